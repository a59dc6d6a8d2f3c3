import { fold } from "../fold.ts";

const MALE =
  "aaron abboud abdul abdullah abdulla abid adam adil adnan ahmad ahmed ajay ajit alan alberto albert aldo alejandro aleksandr alex " +
  "nahid raman sharif wasiu bulus usman haftom yemane " +
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
  "wesley will william winston wolfgang xavier xi yahya yair yasin yasser yitzhak yoav yogi younis yousaf yousef youssef yuri yusuf zafar zaheer zahid zakir zayed zia donny jd marcello " +
  "abbas abdelaziz abhishek abiy abu adama adem adrian aftab agim ahmet ahsan akhilesh akio alain alassane " +
  "alastair albin aleksandar aleksander alessandro alexis alistair alvaro amadou amarnath ameer amichai amol amos " +
  "anand anatolii anatoly andrej andres angelo angus anibal anthonio antonin antonis anurag anwaar anwar arben " +
  "ariel armando armen arnaud arsen artem arturo artyom arvind asfandyar assimi ataullah attaullah attila atul " +
  "augusto aurelien avi avigdor awais ayaz ayman azam azhar badr bahram bakhtiar bart basel bassam behrouz bekim " +
  "benoit bernardo bernd bezalel bhagwant bhupender bikram bjarne bjorn blake bogdan bohdan bojan bola boniface " +
  "boyko branko braulio brett bryan bulent byron calin cameron camilo carlo cedric cesar chaim chandra chinedu " +
  "christoph claudio clifford clive connor conor cory cristian curtis damir damon dario dariush darrell daryl " +
  "davor dawit dawood declan deepak dejan denys desmond devlet dharmendra didier diego dieter dimitar dimitris " +
  "dirk djibril dmitriy domenico dominic donovan dov dragan duncan dusan dustin ebrahim edmund edouard edwin " +
  "efrain ehsan einar eirik eitan ekrem elad elias elijah elliot elliott emeka emilio enrico enzo ernesto esmail " +
  "espen esteban ethan etienne evan evangelos everett evgeny evo ewan ezequiel fabian fabio fabrice fahrettin " +
  "farhad fathi fatmir faysal fazal fazlur federico felipe femi ferenc fergus fidel filippo florian franck franco " +
  "freddy frederic friedrich gabor gabriel gadi gal ganesh garrett gaurav geert geir gennady geoff geoffrey georg " +
  "georgi georgios gerardo gerd getachew ghassan ghulam gian giancarlo gianni giannis gideon gilad gilberto giles " +
  "gilles giorgos giovanni girish glen godwin gonzalo goodluck gopal goran govind gregorio grigory guillaume " +
  "gulzar gunnar gunter haile hakainde hamdan hameed hamish hani harish haroon harrison hashim hatem havard hector " +
  "heiko heinrich helmut hemant herman hernan hernando herve herzi hicham himanta hirohito hisham holger horacio " +
  "horst hossam hossein houssam hrvoje hryhoriy hulusi humayun humberto ibrahima iftikhar ignacio ijaz ilan ilham " +
  "ilir ilya ilyas imtiaz ioannis iqbal isaiah ishmael ismael israr issa istvan itamar ivica ivo iyad " +
  "jagan jahangir jairam jakov jalal jamil janos jaroslaw jasper jatin javad jeremiah jeronimo jibril jiri joaquin " +
  "jochen joey johann johannes joko jonas joost joris josip jovan juergen julien julius junaid jurgen jwan kabir " +
  "kalonzo kamran kapil karan kashif kazem kees kelvin kemal kenji khurram khurshid kiren kiril kirill kishore " +
  "kizza kjell knut kofi konrad konstantin konstantinos kostas kostiantyn krishna krzysztof kwame kyriakos kyrylo " +
  "lachlan lalit lasse laszlo latif lazarus lech leif leland leonardo leopoldo leroy levi liam logan " +
  "lorenzo lothar lowell luan luca luciano ludovic luka lyle maarten magnus mahamat mahathir maher mahesh majed " +
  "majid maksim maksym malcolm malek mallikarjun mamadou mamady manfred manohar marat marko marty marvin massimo " +
  "mateo mathias mathieu mats matthias mauricio maurizio maxim maxime maxwell mazen mazloum melvin menachem mevlut " +
  "micah michal michele mikael mikheil milorad milos milton mircea miroslav mitchell mladen modibo moeed mohamud " +
  "mohit mohsen moise morgan morris moshe moussa moustafa mubashir muhammadu muhyiddin munir musa musalia mushahid " +
  "mushtaq nabih nabil nadav naeem naftali naji najib naresh nate nathan nathaniel naveed naveen nayib nebojsa " +
  "nechirvan ned nenad nestor neville nicanor niels nikita nikola nikolay nikos nils nisar nitish nizar noam nolan " +
  "norbert numan obaid octavio oded ofer ofir ohad olivier olusegun omer oskar osman otis otto oumar ousmane ozgur " +
  "panagiotis paolo parvez pasquale pavlo pedrag pervaiz pervez petar petr petter piero pieter pietro pinarayi " +
  "prabowo prashant predrag prithviraj pushkar qais quentin rachid radoslaw radovan raees raghav ragnar raila " +
  "rainer rakesh ralf ramazan ramin ramiro ramon ramtane ramush ramzi rana ranil ranjan rasmus ratko rauf ravindra " +
  "raza reginald renato renzo rhys riad riccardo riek riyad rizwan rodolfo rogelio rohit rolando rolf rory " +
  "rostyslav rowan ruben rudiger rumen ruslan russ rustam rustem rutger ruud sabri sachin sadyr sajith salah " +
  "saleem salem salif salva salvatore sambit samrat sanaullah sander sandip sandro sanjiv sarath satish sayyid " +
  "seamus sebastien sekou selahattin serhii serhiy seth seydou shadi shafiq shakil sharad sharjeel shaun sheldon " +
  "shigeru shivraj shlomo shmuel siavash siddharth sigmar sigurd sikandar sipho slawomir slobodan soren spencer " +
  "spyros stanislav stavros stefano stefanos steffen stephan stephane stewart stig sukhvinder sulaiman suleiman " +
  "suleyman surendra surinder sushil susilo sven sylvain takeshi talal tamir tanvir taras tarique tauseef " +
  "tedros tejashwi temur teodoro tesfaye tewodros thabo thaksin thanasis thibault thierry thijs thorsten tibor " +
  "timur tomas tomasz tomislav tommaso torbjorn torsten traian travis trent tristan trond tyler tyrone tzachi " +
  "uddhav uhuru ulf ulises ulrich umaro umberto umesh uri usama uwe vaclav varun vasilis vasily vassilis vasyl " +
  "venkaiah vernon viacheslav vicente vikas vincenzo vishal vitalii vitaliy vittorio vladislav vladyslav vojislav " +
  "vyacheslav waheed wallace wassim wendell werner wilbur wilfredo wilfried wim wojciech workneh wouter wyatt " +
  "yaakov yahia yakubu yannick yannis yariv yaroslav yasir yassin yaw yaya yehuda yemi yevgeny yevhen yiannis yoel " +
  "yohannes yonatan yoram yossi yousuf yoweri yuriy yuval yves zabihullah zachary zack zaki zane zdenek zdravko " +
  "zeljko ziad ziyad zohran zoltan zoran zubair zulfikar zulfiqar";

const FEMALE =
  "abigail aisha alice alicia alina amanda amber amina amy ana andrea angela angelina anita anjali ann anna annalena anne annegret annie antonia april aparna " +
  "sharmin sharmeen alicja yolimar mosammat rahela begum sanae jeanine" +
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
  "whitney yasmin yelena yulia yvette yvonne zainab zara zeinab zoe " +
  "adaeze adele adriana afaf afroza agnes agnieska agnieszka aida ainur aishwarya akinyi albena aleida alejandra " +
  "aleksandra alena alessandra alexandra alisha alla alma amal amalia amara amelia aminata ananya " +
  "anastasia anastasiia anastasiya andreea ange angelica anika aniko anja anjum anke annabel annette annika anouk " +
  "antje antonella antonina anzhelika apinya ardita arleen arlene arundhati arzu asli assia astrid asunta aurelie " +
  "aurora avril awa ayelet ayse aysha azadeh azza babita bahar barkha beatrix beatriz begum berta bettina bianca " +
  "biljana birgit birgitta bisan blanca bozena brigitte brinda bronwyn bushra candace carina carlotta carole " +
  "carolina cassandra catalina catarina catriona celeste celia celine charlene chiara chidinma chimamanda chinwe " +
  "chloe christel christiane chrystia clementine cleo colette consuelo corinne cristina dagmar dahlia daisy " +
  "damaris danica danuta daphne daria daryna deirdre delphine desiree dilma dimitra dolores dora dorcas dorina " +
  "doris dragana dunja edith edna efua eileen einav elaheh eleni elham elif elina elisa elisabeth elisabetta " +
  "elisaveta elissa elke ellie eloise elsie elva elvira emilia emine esmeralda esperanza estela estelle eugenia " +
  "eunice evangelia evgenia fadela fadia fahmida faiza farah farida farzana fatema fatemeh fathima fatmata fatou " +
  "fatoumata fawzia felicia fernanda filiz flavia florentina forough franca francesca franziska frauke freya frida " +
  "gabriele gabriella gabrielle galina genevieve genoveva gerda gertrude ghada ghazala gillian gisele gita gitanas " +
  "glenda gordana graciela graziella gudrun gulnara gulnora gulsum habiba hadiza hadja hagar hajar halima halina " +
  "hamida hania hanife hanna hanne hannelore harsimrat hasina hawa hayat heba hebe hedda hege heike helene heli " +
  "henriette hiba hilda hoda hodan houda huda ida ilaria ildiko ilona ilse imane imelda inaam ines inga inger inka " +
  "inna ioana ioanna irena irma irmgard isabella isha isla ivana ivanna ivonne iwona izabela jacinta jadranka " +
  "jadwiga jameela jamila janina janine jasmin jasna jayne jeanette jeanne jeannette jehan jelena jenna jihan " +
  "jitka joann jocelyn jodie johanna jolanta josefa josefina josie jovana juana jumana justyna jutta kadiatou " +
  "kadija kaltham kanwal karima karla karolina kasia katarina katarzyna kateryna katharina kathrin katia kavita " +
  "kaye keiko kenza khadija khadijah kinga kirsty klara komal konstantina krystyna ksenia kylie laila lana larisa " +
  "latisha laureen lavinia leah leanne leticia leyre liana lidia liesbeth lilia liliana lilly lina lisbeth " +
  "liudmila livia ljiljana lorena lorna lorraine louisa lucie lucila lucille lucinda ludmila luisa luisana luz " +
  "lyse lyudmila mabel magda magdalena magdalene mahnoor maia maite maja majida malak malalai maleeka malgorzata " +
  "malin mandisa manuela mara marcela mareike margareta margarethe margarida margaux margrethe mariana mariangela " +
  "marianna marianne maribel marielle marietta mariia marija marika marilyn mariya marta marwa masha matilda maud " +
  "mavis maxine mayra maysa mbali meena meera mehrnaz melinda melita mercedes mette micheline mihaela milada " +
  "milena milica mireille mirela mirjam mirjana mitali moira mokgadi moni monique montserrat mukhtaran munira " +
  "myriam myrtle nadezhda nadine nafisa nahid naima najat najla nalini namrata nanette narges nargis nargiza nasim " +
  "nasra nasreen nasrin natacha nataliia natalya nawal nazanin nazia nazneen neha nelly nermin nevena nezha nghia " +
  "ngozi niamh nidhi nigora nilofar niloofar niloufar nirupama nkechi nkosazana noeleen noelle noemi nokuthula " +
  "nomvula norma nour noura nuha nuria nutan odette odile ofelia oksana olabisi olesia olha olympia ophelia " +
  "orla orly orna ornella paloma paola parveen parvin paulette pauliina paulina peggy perla petronella " +
  "philippa philomena phoebe pia pilar pinky pooja poonam prachi pramila pratibha preeti prisca priscilla " +
  "quratulain raana rabia rachida radhika radmila raeesa raisa rajni ramona ranjana raquel rasha raya razia rebeca " +
  "regina rehana rekha renata renate renu reshma rina risa riva roberta rocio rola rosalia rosalind rosalyn " +
  "rosanna rosario rosella rosie roswitha rowena roya roza rozina rubina rukhsana rupa ruqayya rushanara ruta " +
  "saba sabina sabine sadaf safia saida saira sakina salome samia samina sana sanam sandrine sangita sanja sanna " +
  "saskia savita seema sehar selma senait serena serpil shabana shabnam shahida shahnaz shaima shaista shakira " +
  "shandana shanta shanti sharmila sharon shazia shehla sheikha shobha shreya shukria sibylle sidra sigrid silke " +
  "silvana simin simona simonetta sinead siobhan sirin sitara slavica snezana soad sofie sohini solange soledad " +
  "solveig sonja soraya souad stacey stefania stefanie stephania stormy subha sudha sultana sumaira sumaya sunita " +
  "suniti supriya susanna susanne suu svenja svitlana sybil tabitha tahira tahmina tamar tanja tasneem tatjana " +
  "tatyana tehmina tetiana tetyana thandi thea tiffany tijana tilda tomoko tracey trisha trudy tzipi ulla ulrike " +
  "umaima umm urmila uzma valeria valeriya vandana vanja verena veronika vesna vibha vicky vida viola violeta " +
  "viorica vjosa vlasta wafa wafaa wahida wajiha wanda wangari widad wilhelmina wilma winifred winnie xenia ximena " +
  "yael yamileth yara yaroslava yasmeen yekaterina yesenia yevgenia yildiz yoko yolanda yosra yuko yuliya yusra " +
  "zahara zahida zahra zakia zamira zanele zaynab zdravka zehra zeina zeynep zhanna zinaida ziva zohra zora " +
  "zsuzsanna zubaida zuleika zuzana";

const male = new Set(MALE.split(" "));
const female = new Set(FEMALE.split(" "));

/** "Jean-Luc", "Abdel-Rahim": as the first half. */
function known(word: string): { readonly male: boolean; readonly female: boolean } {
  const plain = /[^a-z]/.test(word) ? fold(word) : word;
  const [first = ""] = plain.split(" ");
  return { male: male.has(first) || SERVANT_OF_GOD.test(first), female: female.has(first) };
}

/** Arabic names of the pattern "servant of" and "of God", "of the faith", in any spelling: they are men's. */
const SERVANT_OF_GOD = /^(?:abd[aeiou]+[lr]|abd[aeiou]ll)\p{L}*$|\p{L}{2}(?:ullah|uddin|eddin|eddine)$/u;

/** Whether a lower-case word is a common first name in news from anywhere. */
export function isFirstName(word: string): boolean {
  const as = known(word);
  return as.male || as.female;
}

/** The gender that a first name usually has; undefined when unknown or used for both. */
export function genderOfFirstName(word: string): "male" | "female" | undefined {
  const as = known(word);
  if (as.male === as.female) return undefined;
  return as.male ? "male" : "female";
}
