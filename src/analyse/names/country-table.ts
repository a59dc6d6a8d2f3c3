/** One country a line: name, other names; demonyms; capital, left out where it is a common word or name of much else. */
export const COUNTRY_TABLE = `
Afghanistan;Afghan;Kabul
Albania;Albanian;Tirana
Algeria;Algerian;Algiers
Andorra;Andorran
Angola;Angolan;Luanda
Antigua and Barbuda;Antiguan
Argentina;Argentine,Argentinian;Buenos Aires
Armenia;Armenian;Yerevan
Australia;Australian;Canberra
Austria;Austrian;Vienna
Azerbaijan;Azerbaijani,Azeri;Baku
Bahamas,The Bahamas;Bahamian;Nassau
Bahrain;Bahraini;Manama
Bangladesh;Bangladeshi;Dhaka
Barbados;Barbadian;Bridgetown
Belarus;Belarusian,Belarussian;Minsk
Belgium;Belgian;Brussels
Belize;Belizean;Belmopan
Benin;Beninese;Porto-Novo
Bhutan;Bhutanese;Thimphu
Bolivia;Bolivian;La Paz
Bosnia and Herzegovina,Bosnia,Bosnia-Herzegovina;Bosnian;Sarajevo
Botswana;Motswana;Gaborone
Brazil;Brazilian;Brasilia
Brunei;Bruneian
Bulgaria;Bulgarian;Sofia
Burkina Faso;Burkinabe;Ouagadougou
Burundi;Burundian;Bujumbura
Cambodia;Cambodian;Phnom Penh
Cameroon;Cameroonian;Yaounde
Canada;Canadian;Ottawa
Cape Verde,Cabo Verde;Cape Verdean
Central African Republic;Central African;Bangui
Chad;Chadian;N'Djamena
Chile;Chilean;Santiago de Chile
China,PRC,People's Republic of China;Chinese;Beijing
Colombia;Colombian;Bogota
Comoros;Comoran;Moroni
Congo,Democratic Republic of the Congo,Democratic Republic of Congo,DRC,DR Congo;Congolese;Kinshasa
Republic of the Congo,Congo-Brazzaville;Congolese;Brazzaville
Costa Rica;Costa Rican
Croatia;Croatian,Croat;Zagreb
Cuba;Cuban;Havana
Cyprus;Cypriot;Nicosia
Czechia,Czech Republic;Czech;Prague
Denmark;Danish,Dane;Copenhagen
Djibouti;Djiboutian
Dominica;
Dominican Republic;Dominican;Santo Domingo
Ecuador;Ecuadorian,Ecuadorean;Quito
Egypt;Egyptian;Cairo
El Salvador;Salvadoran,Salvadorean
Equatorial Guinea;Equatoguinean;Malabo
Eritrea;Eritrean;Asmara
Estonia;Estonian;Tallinn
Eswatini,Swaziland;Swazi;Mbabane
Ethiopia;Ethiopian;Addis Ababa
Fiji;Fijian;Suva
Finland;Finnish,Finn;Helsinki
France;French,Frenchman;Paris
Gabon;Gabonese;Libreville
Gambia,The Gambia;Gambian;Banjul
Georgia;Georgian;Tbilisi
Germany;German;Berlin
Ghana;Ghanaian;Accra
Greece;Greek;Athens
Grenada;Grenadian
Guatemala;Guatemalan;Guatemala City
Guinea;Guinean;Conakry
Guinea-Bissau;Bissau-Guinean;Bissau
Guyana;Guyanese
Haiti;Haitian;Port-au-Prince
Honduras;Honduran;Tegucigalpa
Hungary;Hungarian;Budapest
Iceland;Icelandic,Icelander;Reykjavik
India;Indian;New Delhi
Indonesia;Indonesian;Jakarta
Iran,Islamic Republic of Iran;Iranian;Tehran
Iraq;Iraqi;Baghdad
Ireland,Republic of Ireland;Irish,Irishman;Dublin
Israel;Israeli;Jerusalem
Italy;Italian;Rome
Ivory Coast,Côte d'Ivoire;Ivorian;Yamoussoukro
Jamaica;Jamaican
Japan;Japanese;Tokyo
Jordan;Jordanian;Amman
Kazakhstan;Kazakh,Kazakhstani;Astana
Kenya;Kenyan;Nairobi
Kiribati;I-Kiribati
Kosovo;Kosovan,Kosovar;Pristina
Kuwait;Kuwaiti;Kuwait City
Kyrgyzstan;Kyrgyz;Bishkek
Laos;Laotian,Lao;Vientiane
Latvia;Latvian;Riga
Lebanon;Lebanese;Beirut
Lesotho;Basotho;Maseru
Liberia;Liberian;Monrovia
Libya;Libyan;Tripoli
Liechtenstein;Liechtensteiner;Vaduz
Lithuania;Lithuanian;Vilnius
Luxembourg;Luxembourger
Madagascar;Malagasy;Antananarivo
Malawi;Malawian;Lilongwe
Malaysia;Malaysian;Kuala Lumpur
Maldives,The Maldives;Maldivian
Mali;Malian;Bamako
Malta;Maltese;Valletta
Marshall Islands;Marshallese
Mauritania;Mauritanian;Nouakchott
Mauritius;Mauritian;Port Louis
Mexico;Mexican;Mexico City
Micronesia;Micronesian
Moldova;Moldovan;Chisinau
Monaco;Monegasque
Mongolia;Mongolian;Ulaanbaatar
Montenegro;Montenegrin;Podgorica
Morocco;Moroccan;Rabat
Mozambique;Mozambican;Maputo
Myanmar,Burma;Burmese;Naypyidaw
Namibia;Namibian;Windhoek
Nauru;Nauruan
Nepal;Nepali,Nepalese;Kathmandu
Netherlands,The Netherlands,Holland;Dutch,Dutchman;The Hague
New Zealand;New Zealander
Nicaragua;Nicaraguan;Managua
Niger;Nigerien;Niamey
Nigeria;Nigerian;Abuja
North Korea,DPRK;North Korean;Pyongyang
North Macedonia,Macedonia;Macedonian;Skopje
Norway;Norwegian;Oslo
Oman;Omani;Muscat
Pakistan,Islamic Republic of Pakistan;Pakistani;Islamabad
Palau;Palauan
Palestine,Palestinian territories,State of Palestine;Palestinian;Ramallah
Panama;Panamanian;Panama City
Papua New Guinea;Papuan;Port Moresby
Paraguay;Paraguayan;Asuncion
Peru;Peruvian
Philippines,The Philippines;Filipino,Philippine;Manila
Poland;Polish;Warsaw
Portugal;Portuguese;Lisbon
Qatar;Qatari;Doha
Romania;Romanian;Bucharest
Russia,Russian Federation;Russian;Moscow
Rwanda;Rwandan;Kigali
Saint Kitts and Nevis,St. Kitts and Nevis;Kittitian
Saint Lucia,St. Lucia;Saint Lucian
Saint Vincent and the Grenadines;Vincentian
Samoa;Samoan;Apia
San Marino;Sammarinese
Sao Tome and Principe;Sao Tomean
Saudi Arabia,Kingdom of Saudi Arabia,KSA;Saudi,Saudi Arabian;Riyadh
Senegal;Senegalese;Dakar
Serbia;Serbian,Serb;Belgrade
Seychelles;Seychellois
Sierra Leone;Sierra Leonean;Freetown
Singapore;Singaporean
Slovakia;Slovak,Slovakian;Bratislava
Slovenia;Slovenian,Slovene;Ljubljana
Solomon Islands;Solomon Islander;Honiara
Somalia;Somali;Mogadishu
South Africa;South African;Pretoria
South Korea,Republic of Korea;South Korean;Seoul
South Sudan;South Sudanese;Juba
Spain;Spanish,Spaniard;Madrid
Sri Lanka;Sri Lankan;Colombo
Sudan;Sudanese;Khartoum
Suriname;Surinamese;Paramaribo
Sweden;Swedish,Swede;Stockholm
Switzerland;Swiss;Bern
Syria,Syrian Arab Republic;Syrian;Damascus
Taiwan;Taiwanese;Taipei
Tajikistan;Tajik;Dushanbe
Tanzania;Tanzanian;Dodoma
Thailand;Thai;Bangkok
Timor-Leste,East Timor;Timorese;Dili
Togo;Togolese
Tonga;Tongan
Trinidad and Tobago;Trinidadian;Port of Spain
Tunisia;Tunisian;Tunis
Turkey,Türkiye;Turkish,Turk;Ankara
Turkmenistan;Turkmen;Ashgabat
Tuvalu;Tuvaluan;Funafuti
Uganda;Ugandan;Kampala
Ukraine;Ukrainian;Kyiv
United Arab Emirates,UAE,Emirates;Emirati;Abu Dhabi
United Kingdom,UK,U.K.,Britain,Great Britain;British,Briton
United States,US,U.S.,USA,U.S.A.,United States of America,America;American;Washington D.C.
Uruguay;Uruguayan;Montevideo
Uzbekistan;Uzbek;Tashkent
Vanuatu;Ni-Vanuatu
Vatican,Holy See,Vatican City
Venezuela;Venezuelan;Caracas
Vietnam;Vietnamese;Hanoi
Yemen;Yemeni;Sanaa
Zambia;Zambian;Lusaka
Zimbabwe;Zimbabwean;Harare
`;
