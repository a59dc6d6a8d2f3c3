import type { Term } from "../../model/watch.ts";

/**
 * Words of parts of life that borrow the language of war: sport is played in attacks, shares rally, films bomb. Each
 * takes points off, whatever the watch.
 */
type Part = { readonly what: string; readonly points: number; readonly words: string };

const PARTS: readonly Part[] = [
  {
    what: "sport",
    points: 10,
    words:
      "cricket|cricketer|wicket|~innings|~inning|batsman|batter|bowler|fast bowler|run-out|umpire|kabaddi|squash|hockey|football|footballer|soccer|tennis|golf|golfer|rugby|basketball|baseball|volleyball|badminton|~boxing|athletics|Test match|first Test|second Test|third Test|fourth Test|Test series|~stumps|~overs|~ODI|one-day international|~T20|Twenty20|~IPL|Premier League|Super League|Champions League|World Cup|Asia Cup|Champions Trophy|~trophy|Davis Cup|Ryder Cup|Olympic*|medal|gold medal|goalkeeper|midfielder|striker|quarterback|touchdown|home run|playoff|grand slam|semi-final|quarter-final|quarterfinal|semifinal|~coach|~coaches|tournament|championship|~league|Wimbledon|Formula One|Grand Prix|~NBA|~NFL|~NHL|~FIFA|~UEFA|pitcher|bullpen|dugout|unbeaten|run chase|opening batsman|hat-trick|penalty shootout|scored twice|second half|halftime|seamer|spinner|man of the match|super over|top seed|defending champion|world champion|medalist|sprinter|marathon|relay|swimmer|wrestler|all-rounder|middle order|pace attack|seam attack|spin attack|bowling attack|batting|~bowling|javelin|chess|wrestling|penalty corner|legends match|match called off|wins gold|won gold|wins silver|won silver|wins bronze|won bronze|century stand|half-century|~sixes|~fours|strikes form|क्रिकेट|विकेट|एशिया कप|विश्व कप|टूर्नामेंट|हॉकी|کرکٹ|میچ|وکٹ|ایشیا کپ|ورلڈ کپ|ٹورنامنٹ|ہاکی",
  },
  {
    what: "film, music and shows",
    points: 8,
    words:
      "box office|box-office|Bollywood|Hollywood|filmmaker|film director|~movie|~movies|trilogy|thriller|blockbuster|~sequel|screenplay|~actor|~actors|actress|celebrity|~album|~concert|~song|~singer|~novel|novelist|litfest|Booker|fiction|~fashion|recipe|wedding|bride|make-up|lipstick|art exhibition|~museum|~gallery|theatre|TV series|reality show|web series|Netflix|~film|~films|~trailer|Oscars|Grammy|festival line-up|starring|biopic|co-star|film shoot|shoot wraps|release date|war drama|heartthrob|plays a soldier|plays a major|plays a colonel|plays a captain|plays an officer|plays a pilot|plays a spy|फिल्म|बॉलीवुड|فلم|بالی ووڈ",
  },
  {
    what: "business and markets",
    points: 8,
    words:
      "stock market|~shares|shareholder|~earnings|~dividend|quarterly profit|net profit|~profits|~investor|~investors|Wall Street|Sensex|Nifty|Nasdaq|Dow Jones|~IPO|bankruptcy|merger|takeover bid|acquisition|price war|strikes deal|strike deal|struck a deal|strikes a deal|~sales|retailer|startup|start-up|exporter|market share|crude prices|oil prices|rupee|outsourc*|economic forecast|growth forecast|fastest-growing|largest economies|large economies|World Economic Outlook|remittances|call centre|call center|back office|software maker|software company|chipmaker|pay dispute|labour dispute|~pilots strike|strike over pay|better pay|higher pay|pay rise|gig workers|wide-body",
  },
  {
    what: "games and gadgets",
    points: 8,
    words:
      "video game|videogame|gamers|console game|Call of Duty|PlayStation|Xbox|Nintendo|~gameplay|smartphone|iPhone|mobile app|new app|smartphone app|browser|operating system|search engine|malware|computer virus|spam|phishing|hackers contest|software|~users|web site|web sites|chip|spacecraft|asteroid|telescope|satellite launch|supercomputer|open source|broadband|quiz|horoscope|crossword|sudoku|lottery",
  },
  {
    what: "food, animals and leisure",
    points: 8,
    words:
      "restaurant|chef|food fair|food festival|street food|polluted|~mango|~mangoes|~cuisine|~zoo|wildlife|~breed|~harvest|~crop|~crops|livestock|fruit growers|apple growers|rice growers|rose growers|fruit exports|fruit market|tourism|~tourist arrivals|holiday season|~gardening|beauty|lifestyle|~hobby|~award|~awards|~prize|~contest|~competition|air quality|pollution|~cattle",
  },
  {
    what: "crime",
    points: 8,
    words:
      "gangster|gang war|gang rivalry|dacoit|burglar|burglary|dowry|jilted|honour killing|honor killing|drug peddler|serial killer|love triangle",
  },
  {
    what: "figure of speech",
    points: 5,
    words:
      "war of words|war of attrition|sex bomb|bath bomb|strikes a chord|battle of the sexes|culture war|culture wars|bidding war|turf war|star wars|heart attack|panic attack|shark attack|asthma attack|battle against cancer|legal battle|court battle|strike a balance|lightning strike|hunger strike|trade war|charm offensive|explosive growth|price explosion|army of volunteers|army of workers|army of fans|army of supporters|army of cleaners|army of helpers|army of followers|army of admirers|army of critics|army of lawyers|army of students|army of staff|army of cooks|army of engineers|army of extras|army of robots|army of ants|army of bots|army of trolls|battle to clean|battle to save|battle to contain|battle to cope|battle to recover|battle to restore|battle to control|battle to overcome|battle to stay|battle blaze|battle fire|battle fires|battle wildfire|battle flames|battle flood|battle smog|battle heat|battle heatwave|battle pollution|battle drought|battle dengue|battle outbreak|battle inflation|battle cancer|battle illness|marketing blitz",
  },
];

const BACKWARD: readonly Part[] = [
  {
    what: "looks back",
    points: 15,
    words:
      "anniversary|years on|years ago today|on this day|remembers|veterans remember|commemorat*|laid wreaths|lay wreaths|wreath-laying|memorial service|looking back|obituary|decades on|memoir|documentary|history of the|exhibition|in memory of|remembrance|years since|reunion|~auction|historian|1947 partition|1962 war|1965 war|1967 war|1971 war|1973 war|two world wars|Second World War|First World War|World War II|World War I|World War Two",
  },
  {
    what: "opinion",
    points: 15,
    words:
      "columnist|op-ed|opinion piece|editorial board|argues that|letter to the editor|letters to the editor|our view|commentary|essay|podcast|~explainer|~explained",
  },
];

const SEVERITY: readonly Part[] = [
  {
    what: "exercise",
    points: 20,
    words:
      "mock drill|drill|safety drill|military exercise|naval exercise|air exercise|joint exercise|wargame|war games|rehears*|civil defence exercise|simulation",
  },
  {
    what: "not confirmed",
    points: 10,
    words:
      "unverified|unconfirmed|rumour|rumor|could not be verified|could not be confirmed|could not be independently verified|could not confirm|cannot be verified|could not verify|no confirmation|not confirmed|has not confirmed|hoax|fake video|old video|false claim|misleading video",
  },
];

type EverydayTerm = Term & { readonly what: string };

function termsOf(parts: readonly Part[]): EverydayTerm[] {
  return parts.flatMap(({ what, points, words }) =>
    words.split("|").map((word) => {
      const exact = word.startsWith("~");
      return { phrase: exact ? word.slice(1) : word, weight: points, exact, what };
    }),
  );
}

/** Words that speak against an item's being news of a crisis at all. */
export const EVERYDAY: readonly EverydayTerm[] = [...termsOf(PARTS), ...termsOf(BACKWARD)];

/** Words that make news of a crisis less grave: it was practised, or nobody could confirm it. */
export const SOFTENING: readonly EverydayTerm[] = termsOf(SEVERITY);
