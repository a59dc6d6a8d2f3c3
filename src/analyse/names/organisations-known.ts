/** Bodies that news names without explaining them: name, other names. */
const TABLE = `
United Nations,UN,U.N.
UN Security Council,Security Council,United Nations Security Council,UNSC
UN General Assembly,General Assembly
European Union,EU,E.U.
European Commission
NATO,North Atlantic Treaty Organization
African Union
Arab League,League of Arab States
ASEAN
BRICS
G7,Group of Seven
G20,Group of 20
OPEC
International Monetary Fund,IMF
World Bank
World Health Organization,WHO,World Health Organisation
World Trade Organization,WTO
World Food Programme,World Food Program,WFP
UNICEF
UNHCR
UNESCO
UNRWA
IAEA,International Atomic Energy Agency
International Criminal Court,ICC
International Court of Justice,ICJ
Red Cross,International Committee of the Red Cross,ICRC
Red Crescent
Amnesty International
Human Rights Watch
Doctors Without Borders,Médecins Sans Frontières,MSF
Hamas
Hezbollah,Hizbollah,Hizbullah
Taliban
Islamic State,ISIS,ISIL,IS,Daesh,DAESH,Da'esh,Dae'sh,Islamic State of Iraq and Syria,Islamic State of Iraq and the Levant
al-Qaeda,al-Qaida,al Qaeda,Al-Qaeda
Boko Haram
al-Shabaab,al Shabaab
Lashkar-e-Taiba,Lashkar-e-Tayyiba
Jaish-e-Mohammed,Jaish-e-Mohammad
Islamic Jihad,Palestinian Islamic Jihad
Houthis,Houthi,Ansar Allah
Wagner Group
Free Syrian Army,FSA
Syrian Democratic Forces,SDF
Peshmerga
Israel Defense Forces,IDF,Israeli Defence Forces
Revolutionary Guards,IRGC,Islamic Revolutionary Guard Corps,Revolutionary Guard Corps
Palestinian Authority
White House
Pentagon
Kremlin
Downing Street
Capitol Hill
Congress
Senate
House of Representatives
House of Commons
Supreme Court
State Department,U.S. State Department,Department of State,U.S. Department of State,US State Department
Defense Department,Department of Defense
Justice Department,Department of Justice
Treasury Department,U.S. Treasury
Department of Homeland Security,DHS
Foreign Office
Home Office
CIA,Central Intelligence Agency
FBI,Federal Bureau of Investigation
Centcom,CENTCOM,U.S. Central Command,Central Command
Bundestag
Knesset
Lok Sabha
Duma,State Duma
Reuters
Associated Press
Agence France-Presse,AFP
BBC,BBC News
CNN
Al Jazeera,Al-Jazeera
New York Times
Washington Post
Wall Street Journal
The Guardian
Fox News
Bloomberg
Xinhua
TASS
Twitter
Facebook
Google
Democratic Party
Republican Party,GOP
Conservative Party
Labour Party
Press Trust of India
ANI
`;

/** Each known body with all its names, the usual one first. */
export const KNOWN_ORGANISATIONS: readonly (readonly string[])[] = TABLE.trim()
  .split("\n")
  .map((line) => line.split(","));
