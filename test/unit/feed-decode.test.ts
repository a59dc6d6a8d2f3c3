import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeFeed } from "../../src/feeds/document/decode.ts";

const HEADLINE = {
  en: "“No one wants war,” the envoy’s aide said – the café was full",
  ru: "Посол сообщил, что стороны вернутся за стол переговоров в пятницу",
  ja: "首相は金曜日に両国の代表と会談すると述べた",
  ko: "총리는 금요일에 양국 대표와 회담한다고 밝혔다",
  zh: "总理表示将于星期五会见两国代表",
  tw: "總理表示將於星期五會見兩國代表",
  ar: "قال رئيس الوزراء إنه سيلتقي ممثلي البلدين يوم الجمعة",
  tr: "Başbakan cuma günü iki ülkenin temsilcileriyle görüşeceğini söyledi",
  pl: "Premier powiedział, że w piątek spotka się z przedstawicielami obu państw",
};

const CHARSETS: readonly [string, keyof typeof HEADLINE][] = [
  ["windows-1252", "en"],
  ["windows-1251", "ru"],
  ["koi8-r", "ru"],
  ["shift_jis", "ja"],
  ["euc-jp", "ja"],
  ["euc-kr", "ko"],
  ["gb2312", "zh"],
  ["big5", "tw"],
  ["windows-1256", "ar"],
  ["windows-1254", "tr"],
  ["iso-8859-2", "pl"],
];

function feed(headline: string, declared?: string): string {
  const declaration = declared === undefined ? "" : `<?xml version="1.0" encoding="${declared}"?>`;
  return `${declaration}<rss><channel><item><title>${headline}</title><description>${headline}</description></item></channel></rss>`;
}

test.each(CHARSETS)("%s is read as declared in the document", (charset, language) => {
  const text = feed(HEADLINE[language], charset);
  expect(decodeFeed(iconv.encode(text, charset))).toBe(text);
});

test.each(CHARSETS)("%s is read as declared by the server", (charset, language) => {
  const text = feed(HEADLINE[language]);
  expect(decodeFeed(iconv.encode(text, charset), `text/xml; charset="${charset.toUpperCase()}"`)).toBe(text);
});

test.each(CHARSETS)("%s that nobody declares is recognised", (charset, language) => {
  const text = feed(HEADLINE[language]);
  expect(decodeFeed(iconv.encode(text, charset))).toBe(text);
});

test.each([["iso-8859-1"], ["windows-1251"], ["utf-16"]])("UTF-8 wrongly declared as %s is read as UTF-8", (wrong) => {
  const text = feed(HEADLINE.ru, wrong);
  expect(decodeFeed(Buffer.from(text), `text/xml; charset=${wrong}`)).toBe(text);
});

test.each([
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", []],
  ["utf-16be", []],
])("%s is recognised by its mark or its zeros (%j)", (charset, mark) => {
  const text = `<?xml version="1.0"?>${feed(HEADLINE.ar)}`;
  const bytes = Buffer.concat([Buffer.from(mark), iconv.encode(text, charset, { addBOM: false })]);
  expect(decodeFeed(bytes, "text/xml; charset=iso-8859-1").replace("\ufeff", "")).toBe(text);
});

test.each([["utf-32le"], ["utf-32be"]])("%s is recognised with and without a mark", (charset) => {
  const text = feed(HEADLINE.ja);
  for (const addBOM of [true, false]) expect(decodeFeed(iconv.encode(text, charset, { addBOM }))).toBe(text);
});

test("a few bad bytes do not turn UTF-8 into another charset", () => {
  const [before, after] = [feed(HEADLINE.ru), feed(HEADLINE.en)].map((text) => Buffer.from(text));
  const text = decodeFeed(Buffer.concat([before!, Buffer.from([0xff, 0xc3, 0x20]), after!]));
  expect(text).toContain(HEADLINE.ru);
  expect(text).toContain(HEADLINE.en);
});

test("the bytes 0x80 to 0x9F of windows-1252 are its signs, not controls", () => {
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, at) => 0x80 + at));
  const declared = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>');
  const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
  expect(decodeFeed(Buffer.concat([declared, bytes])).slice(declared.length)).toBe(signs);
});

test.each([
  ["euc-kr", [0x8c, 0x63], "\ub620"],
  ["ks_c_5601-1987", [0x8c, 0x63], "\ub620"],
  ["big5", [0x87, 0x40], "\u43f0"],
])("%s is read with the rows that the runtime's table lacks", (charset, bytes, sign) => {
  const declared = Buffer.from(`<?xml version="1.0" encoding="${charset}"?>`);
  expect(decodeFeed(Buffer.concat([declared, Buffer.from(bytes)])).slice(declared.length)).toBe(sign);
});
