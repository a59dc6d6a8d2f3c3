/** News agencies with the ways in which bylines and datelines name them. */
const AGENCIES: readonly (readonly [name: string, pattern: string])[] = [
  ["Reuters", "Thomson Reuters|Reuters"],
  ["AP", "(?:The )?Associated Press|AP"],
  ["AFP", "Agence[- ]France[- ]Presse|AFP"],
  ["ANI", "Asian News International|ANI"],
  ["PTI", "Press Trust of India|PTI"],
  ["APP", "Associated Press of Pakistan|APP"],
  ["UNI", "United News of India|UNI"],
  ["IANS", "Indo-Asian News Service|IANS"],
  ["UPI", "United Press International|UPI"],
  ["dpa", "Deutsche Presse-Agentur|dpa|DPA"],
  ["EFE", "Agencia EFE|EFE"],
  ["ANSA", "ANSA"],
  ["Xinhua", "Xinhua(?: News Agency)?"],
  ["Kyodo", "Kyodo(?: News)?"],
  ["Yonhap", "Yonhap(?: News Agency)?"],
  ["TASS", "ITAR-TASS|TASS"],
  ["Anadolu", "Anadolu(?: Agency)?|AA"],
  ["Bloomberg", "Bloomberg(?: News)?"],
  ["PA", "PA Media|Press Association|PA"],
];

/** Any other agency, by how agencies are named: "Northgate Press", "Meridian News Agency". */
const OTHER =
  "\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2} (?:Wire|Newswire|Press|Press Agency|News Agency|News Service)";
const ANY = [...AGENCIES.map(([, pattern]) => pattern), OTHER].join("|");
/** "LONDON (Reuters) -", "NEW DELHI, May 7 (PTI):": brackets after a place in the first words of a text. */
const DATELINE = new RegExp(`^[^\\n.!?]{0,60}?\\((?<agency>${ANY})\\)\\s*[-–—:]`, "u");
/** "AP —", "Reuters:", alone before a dash at the very start. */
const OPENING = new RegExp(`^(?:By\\s+)?(?<agency>${ANY})\\s*[-–—:|]\\s`, "u");
/** "By Anna Kray, Associated Press", "Reuters": a byline as the first line. */
const BYLINE = new RegExp(
  `^(?:[Bb][Yy]\\s[^\\n.]{0,60}?)?(?<![\\p{L}\\p{N}])(?<agency>${ANY})(?:\\s[Ss]taff)?[^\\p{L}\\p{N}\\n]*\\n`,
  "u",
);
const LEAD_IN =
  "(?:[Ss]ource|[Cc]redit|[Aa]gency|[Vv]ia|[Bb]y|[Ww]ritten by|[Rr]eport(?:ing)? by|[Ww]ith (?:additional )?(?:inputs?|reporting) (?:from|by)|[Ii]nputs? from)";
/** "(AFP)", "— PTI", "Source: Reuters", "With inputs from ANI" as the end of a text or a line of its own. */
const CLOSING = new RegExp(
  `(?:^|[\\n.!?”"])\\s*[-–—(\\[]*\\s*(?:${LEAD_IN}\\s*:?\\s+)?(?:the\\s+)?(?<agency>${ANY})[)\\].]*\\s*(?=\\n|$)`,
  "u",
);
const NEAR_START = 200;
const NEAR_END = 160;

function agencyIn(match: RegExpExecArray | null): string | undefined {
  const written = match?.groups?.["agency"];
  if (written === undefined) return undefined;
  return AGENCIES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "u").test(written))?.[0] ?? written;
}

/**
 * The agency whose text this is, by its dateline ("LONDON (Reuters) -"), byline, opening ("AP —") or credit line at the
 * end ("— PTI"). A mention inside a sentence ("officials told Reuters") is none.
 */
export function wireCredit(text: string): string | undefined {
  const start = text.trimStart().slice(0, NEAR_START);
  const end = text.trimEnd().slice(-NEAR_END);
  return agencyIn(DATELINE.exec(start) ?? OPENING.exec(start) ?? BYLINE.exec(start) ?? CLOSING.exec(end));
}
