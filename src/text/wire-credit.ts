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

const ANY = AGENCIES.map(([, pattern]) => pattern).join("|");
/** "LONDON (Reuters) -", "NEW DELHI, May 7 (PTI):": brackets after a place in the first words of a text. */
const DATELINE = new RegExp(`^[^\\n.!?]{0,60}?\\((?<agency>${ANY})\\)\\s*[-–—:]`, "u");
/** "AP —", "Reuters:", alone before a dash at the very start. */
const OPENING = new RegExp(`^(?:By\\s+)?(?<agency>${ANY})\\s*[-–—:|]\\s`, "u");
/** "(AFP)", "— PTI", "Source: Reuters", "With inputs from ANI" as the end of a text or a line of its own. */
const CLOSING = new RegExp(
  `(?:^|[\\n.!?”"])\\s*(?:[-–—]+\\s*|\\(|\\[)?(?:(?:source|credit|agency|via|by|written by|with (?:additional )?(?:inputs?|reporting) (?:from|by)|\\(?inputs? from)\\s*:?\\s+)?(?:the\\s+)?(?<agency>${ANY})[)\\].]*\\s*(?=\\n|$)`,
  "iu",
);
const NEAR_END = 160;

function agencyIn(match: RegExpExecArray | null): string | undefined {
  const written = match?.groups?.["agency"];
  if (written === undefined) return undefined;
  return AGENCIES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(written))?.[0];
}

/**
 * The agency whose text this is, by its dateline ("LONDON (Reuters) -"), opening ("AP —") or credit line at the end
 * ("— PTI"). A mention inside a sentence ("officials told Reuters") is none.
 */
export function wireCredit(text: string): string | undefined {
  const start = text.trimStart().slice(0, 200);
  const end = text.trimEnd().slice(-NEAR_END);
  return agencyIn(DATELINE.exec(start) ?? OPENING.exec(start) ?? CLOSING.exec(end));
}
