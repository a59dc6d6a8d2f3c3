const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What people do and are, apart from the titles: in lower case before a name it is a person's. Many are last names, too. */
const ROLES = set(
  // Work.
  "agent translator interpreter operative conductor master midfielder striker goalkeeper keeper defender winger forward captain coach trainer barrister solicitor prosecutor " +
    "magistrate firefighter paramedic medic surgeon physician pharmacist vet pilot copilot sailor skipper fisherman fisher miner builder " +
    "carpenter plumber electrician mechanic baker butcher chef cook waiter waitress barman landlord landlady steward warden ranger " +
    "gravedigger shepherd gardener cleaner guard clerk cashier trader dealer broker banker accountant consultant contractor developer " +
    "designer architect artist painter sculptor writer novelist poet playwright presenter broadcaster photographer cameraman producer " +
    "musician drummer guitarist rapper dancer lecturer tutor headteacher psychologist psychiatrist therapist technician operator " +
    "controller dispatcher attendant porter handler programmer blacksmith tailor weaver potter beekeeper winemaker brewer grower rancher " +
    "herder logger trucker welder mason foreman bricklayer roofer docker longshoreman courier postman librarian curator caretaker " +
    "janitor bodyguard bouncer hairdresser barber florist grocer hotelier restaurateur shopkeeper stallholder vendor hawker publican " +
    // Sport.
    "athlete runner sprinter swimmer cyclist boxer wrestler golfer batsman bowler cricketer footballer quarterback pitcher referee " +
    "umpire jockey skier rower climber manager teammate " +
    // Knowledge.
    "biologist geologist meteorologist climatologist forecaster seismologist volcanologist hydrologist epidemiologist virologist " +
    "ecologist zoologist botanist astronomer physicist chemist mathematician sociologist anthropologist archaeologist philosopher theologian " +
    "oceanographer geographer statistician demographer criminologist pathologist coroner toxicologist neurologist cardiologist " +
    // Church, state, army.
    "priest vicar nun monk abbot abbess prelate preacher bishop sister deacon rector dean provost treasurer lobbyist ombudsman auditor investigator peer baroness policeman policewoman " +
    "patrolman trooper airman gunner sniper conscript recruit medic paratrooper havildar subedar naik jawan sarpanch tehsildar " +
    "collector advocate convener convenor nazim maulvi qazi pir sardar nawab whip backbencher frontbencher whistleblower " +
    // Who happens to be there.
    "pensioner onlooker bystander passerby passer-by eyewitness campaigner organiser organizer protester protestor demonstrator " +
    "supporter fan shopper commuter passenger tourist backpacker holidaymaker hiker diver surfer patient victim suspect defendant " +
    "plaintiff inmate prisoner hostage refugee migrant evacuee homeowner householder motorist trainee apprentice graduate " +
    // Family and business.
    "accused deceased man woman boy girl parent mum mom dad grandmother grandfather grandson granddaughter niece nephew partner boyfriend girlfriend friend colleague " +
    "ally rival critic opponent boss owner co-owner landowner shareholder investor entrepreneur financier tycoon landlord sponsor",
);

/** Whether a lower-case word tells what a person does or is. */
export function isRoleNoun(word: string): boolean {
  return ROLES.has(word);
}

const SHORTEST = 6;

/** Whether a word has the form of such a noun: "gravedigger", "archivist". Before a name only; elsewhere many words have it. */
export function looksLikeRole(word: string): boolean {
  return (
    ROLES.has(word) ||
    (word.length >= SHORTEST && /(?:-of-\p{L}+|[^aeiou]er|[ts]or|ist|eer|man|woman|ian)$/u.test(word))
  );
}
