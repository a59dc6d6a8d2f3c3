import { NUMBER_STARTERS } from "../number-words.ts";
import { DATE_STARTERS } from "./date-words.ts";
import { HOLIDAY_STARTERS } from "./holidays.ts";

const OTHER_STARTERS =
  "a an the this that last next past coming previous following current same early late earlier later mid about around nearly almost " +
  "over more less fewer most roughly some just only at up another first final today yesterday tomorrow tonight now " +
  "right until currently these nowadays recently recent lately in very soon shortly several " +
  "many few half every each per once twice hourly daily nightly weekly monthly yearly annually " +
  "decade hour decades daylong weeklong monthlong yearlong hours days weeks months years decades centuries long day year weekend spring summer autumn fall winter fiscal " +
  "midnight noon midday minutes its their end q h fy";
const STARTERS = new Set([...DATE_STARTERS, ...NUMBER_STARTERS, ...HOLIDAY_STARTERS, ...OTHER_STARTERS.split(" ")]);

/** Words that stand before so much else that the next ones decide whether a rule is worth trying. */
const COMMON_STARTERS = new Set(
  (
    "a an the this that in its their some only just at up over more about around another each every very few " +
    "many will first one two last next same past right until past most less"
  ).split(" "),
);
/** Some part of this stands in every expression that begins with such a word. */
const TIME_NEAR =
  /\d|second|minute|hour|day|week|month|quarter|year|decade|centur|night|fort|morning|noon|evening|spring|summer|fall|autumn|winter|christ|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|future|past|period|moment|present|time|recent|soon|now|earl|late|ties|eve|easter|nineteen|eighteen|twenty/i;
const LOOKS_ON = 56;

/** Whether it is worth trying the rules at a word or number of a text: a quick look that most words do not pass. */
export function mayBeginDate(text: string, word: string, at: number): boolean {
  const isNumber = /^\d/.test(word);
  const lower = word.toLowerCase();
  if (!isNumber && !STARTERS.has(lower)) return false;
  const after = at + word.length;
  if (COMMON_STARTERS.has(lower) && !TIME_NEAR.test(text.slice(after, after + LOOKS_ON))) return false;
  if (/[\p{L}\p{N}$£€₹¥@#_&]/u.test(text.charAt(at - 1))) return false;
  // A slash stands before the second of two days, and before no word.
  return !(isNumber ? /\d[.,:]$/ : /\d[.,:/]$/).test(text.slice(at - 2, at));
}
