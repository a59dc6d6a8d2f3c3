const MALE =
  "aaron abboud abdul abdullah abdulla abid adam adil adnan ahmad ahmed ajay ajit alan alberto albert aldo alejandro aleksandr alex " +
  "alexander alexei alexey alfred ali amar amir amit anders andre andrea andreas andrei andrew andriy andrzej anil antonio anthony " +
  "antony anton arif arjun arnold arthur arun asad ashok ashraf asif asim atif aung aziz babar barack barry bashar bashir ben " +
  "benjamin benny bernard beau bernie bill bilal bob boris brad brandon brian bruce bruno carl carlos charles charlie chris christian christopher " +
  "chuck clarence colin craig cyril dale damien dan daniel darren dave david dean denis dennis derek devendra dick dmitri dmitry dmytro " +
  "don donald doug douglas dwight ed eddie edgar eduardo edward ehud eli emmanuel emmerson enrique eric erik ernest faisal faiz farhan farooq " +
  "fawad fayez felix ferdinand fernando francis francisco francois frank franz fred frederick fuad gary gavin george gerald gerhard " +
  "giorgio giorgi giuseppe glenn gordon graham greg gregory guido guillermo gulam gustavo guy habib hafiz haider hakan hakim hamad hamid hamza hans " +
  "haris harold harry harsh harvey hasan hassan henry herbert hermann hikmet howard hugh hugo husain hussain hussein ian ibrahim idris igor ihor " +
  "imad imran irfan isaac ishaq ismail ivan jack jacob jacques jaime jair jake jakob jamal james jamie jan jared jason javed javier jawad jay " +
  "jean jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joachim joao joe joel john johnny jon jonathan jordi jorge jose josef joseph " +
  "josh joshua juan julian justin kamal karim karl keith keir ken kenneth kevin khalid khaled khalil khawaja kim kirk klaus kumar kurt kyle " +
  "lal lars larry laurent lee leo leon leonard leonid leslie lindsey lionel lloyd louis luc lucas luigi luis luke mahmood mahmoud mahmud malik " +
  "mamoun manish manmohan manoj manuel marc marcel marco marcus mario mark markus marshall martin marwan masood masoud massoud mateusz matt matteo matthew maulana " +
  "maurice max mehmet michael michel miguel mike mikhail milan mirza mitch mitt mohamad mohamed mohammad mohammed mohsin mohan moqtada mehdi " +
  "muhammad muhammed mukesh murad mustafa mykhailo mykola nadeem nadir naim narendra nasir nasser nawaz neil nelson nicholas nick nicolas nigel nikolai " +
  "nitin noah norman nouri oleg oleh oleksandr oliver olaf omar oscar osama owen pablo pascal patrick paul pavel pawan pedro percy peter petro " +
  "phil philip philippe pierre piotr pramod pranab praveen qamar qasim qassem rafael raghuram rahul raj rajesh rajiv rajnath ralph ram ramesh rami " +
  "ramzan randy rashid raul ravi ray raymond recep reince reza ricardo richard rick rishi rob robert roberto robby robin rod rodrigo roger roland " +
  "roman ron ronald ross roy rudy rupert russell ryan saad saddam sadiq saeed saif sajid saleh salim salman sam sami samir samuel sandeep sanjay sarfraz scott sean " +
  "sebastian serge sergei sergey sergio shafqat shahbaz shahid shane shashi shawn shehbaz shimon shinzo sidney silvio simon sohail stanley stefan stephen " +
  "steve steven stuart subrahmanyam sunil suresh syed tahir tamim tariq taro tayyip ted terence terry theo thomas tim timothy tobias todd tom tommy tony " +
  "trevor umar usman vadim valery victor viktor vijay vikram vincent vinod vitaly vladimir volodymyr volker wael walid walter waqar warren wasim wayne " +
  "wesley will william winston wolfgang xavier xi yahya yair yasin yasser yitzhak yoav yogi younis yousaf yousef youssef yuri yusuf zafar zaheer zahid zakir zayed zia donny jd marcello";

const FEMALE =
  "abigail aisha alice alicia alina amanda amber amina amy ana andrea angela angelina anita anjali ann anna annalena anne annegret annie antonia april aparna " +
  "asha asma ayesha barbara beata beatrice becky benazir bernadette beth betty billie brenda bridget camilla carla carly carmen carol caroline carolyn catherine cathy " +
  "cecilia chantal charlotte chelsea cheryl christina christine cindy claire clara claudia condoleezza cynthia dana daniela deborah debbie denise diana diane dina " +
  "dominique donna dorothy ebru ekaterina elaine elena eleanor elise elizabeth ella ellen elsa emily emma erica erin esther eva eve evelyn fatima fatma federica " +
  "fiona florence frances gabriela gail georgia geraldine gina ginni giorgia gloria golriz grace greta gwen hanan hannah harriet hazel heather heidi helen helena " +
  "helga hillary hina hope huma ilhan indira indra ingrid irene irina iris isabel isabelle ivanka jacinda jackie jacqueline jane janet janice jasmine jean jennifer " +
  "jenny jessica jill joan joanna josephine joy joyce juanita judith judy julia juliana julie june kaja kamala karen karin karine karoline kate katerina katherine " +
  "kathleen kathryn kathy katie katja katrina kay kayleigh kelly kellyanne keri kim kimberly kirsten kristalina kristen kristi lama larissa latifa laura lauren lea leila lena leslie " +
  "leyla lila lilian linda lisa liz liza loretta lori louise lucia lucy lydia lynn madeleine maggie mahbooba malala manal marcia margaret margarita margot maria mariam marian " +
  "marie marina marion marine marissa marjorie martha mary maryam maria maura maureen maya megan mehbooba melania melanie meredith mia michelle mila mina mira miriam mona monica muna " +
  "nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nirmala noor nora olena olga olivia pam pamela patricia patty paula pauline penny petra phyllis " +
  "pragya priti priya priyanka rachel rania rebecca reem renee rhonda rita robin rosa rose rosemary roxana ruth sabrina sadia sally salma samantha samar sandra sania sara " +
  "sarah sherry shireen shirin sheila shelley sherine sheryl shirley silvia simone smriti sofia sonia sophia sophie stella stephanie sue susan susana suzanne sushma svetlana sylvia " +
  "tamara tammy tania tanya tara tatiana teresa thelma theresa tina tulsi uma ursula valentina valerie vanessa vera veronica victoria viktoria violet virginia vivian wendy " +
  "whitney yasmin yelena yulia yvette yvonne zainab zara zeinab zoe";

const male = new Set(MALE.split(" "));
const female = new Set(FEMALE.split(" "));

/** Whether a lower-case word is a common first name in news from anywhere. */
export function isFirstName(word: string): boolean {
  return male.has(word) || female.has(word);
}

/** The gender that a first name usually has; undefined when unknown or used for both. */
export function genderOfFirstName(word: string): "male" | "female" | undefined {
  if (male.has(word) === female.has(word)) return undefined;
  return male.has(word) ? "male" : "female";
}
