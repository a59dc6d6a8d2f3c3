import { expect, test } from "vitest";
import { languageOf } from "../../src/text/language.ts";

test.each([
  ["en", "The ferry to the islands was cancelled again this morning because of high waves"],
  ["fr", "Le bac vers les îles a de nouveau été annulé ce matin à cause des vagues"],
  ["de", "Die Fähre zu den Inseln fiel heute Morgen wegen hoher Wellen wieder aus"],
  ["es", "El transbordador a las islas fue cancelado otra vez esta mañana por el oleaje"],
  ["tr", "Adalara giden vapur yüksek dalgalar nedeniyle bu sabah yine iptal edildi"],
  ["ru", "Паром на острова сегодня утром снова отменили из-за высоких волн"],
  ["uk", "Пором на острови сьогодні вранці знову скасували через високі хвилі"],
  ["ar", "ألغيت العبارة إلى الجزر مرة أخرى هذا الصباح بسبب الأمواج العالية"],
  ["fa", "کشتی به جزیره‌ها امروز صبح دوباره به خاطر موج‌های بلند لغو شد"],
  ["ur", "اونچی لہروں کی وجہ سے جزیروں کی کشتی آج صبح پھر منسوخ کر دی گئی"],
  ["ps", "د لوړو څپو له امله نن سهار ټاپوګانو ته بېړۍ بیا لغوه شوه"],
  ["hi", "ऊँची लहरों के कारण आज सुबह द्वीपों की नाव फिर रद्द कर दी गई"],
  ["bn", "উঁচু ঢেউয়ের কারণে আজ সকালে দ্বীপের ফেরি আবার বাতিল হয়েছে"],
  ["ta", "உயர்ந்த அலைகள் காரணமாக படகு சேவை ரத்து"],
  ["he", "המעבורת לאיים בוטלה שוב הבוקר בגלל גלים גבוהים"],
  ["zh", "由于海浪过高，前往群岛的渡轮今早再次取消"],
  ["ja", "高波のため島へのフェリーは今朝も欠航となった"],
  ["ko", "높은 파도로 섬으로 가는 여객선이 오늘 아침 다시 취소되었다"],
  ["th", "เรือข้ามฟากไปเกาะถูกยกเลิกอีกครั้งเช้านี้"],
  ["el", "Το πλοίο για τα νησιά ακυρώθηκε ξανά σήμερα το πρωί"],
])("%s is told from its words or its script", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test("the feed's language stays, region and all, unless the text plainly says otherwise", () => {
  expect(languageOf("The ferry to the islands was cancelled again", "en-GB")).toBe("en-GB");
  expect(languageOf("Dar, Rubio: no comment", "en")).toBe("en");
  expect(languageOf("Die Fähre zu den Inseln fiel wegen hoher Wellen wieder aus", "en")).toBe("de");
  expect(languageOf("ऊँची लहरों के कारण आज सुबह नाव फिर रद्द कर दी गई", "en")).toBe("hi");
  expect(languageOf("ऊँची लहरों के कारण नाव रद्द", "ne")).toBe("ne");
  expect(languageOf("由于海浪过高", "zh-Hant")).toBe("zh-Hant");
});

test("what says nothing has the feed's language, or none", () => {
  for (const text of ["", "1914–1918", "🚢🌊", "Dar Rubio", "\ud800"]) {
    expect(languageOf(text)).toBeUndefined();
    expect(languageOf(text, "en")).toBe("en");
  }
});

test("a feed's language that is none does no harm", () => {
  expect(languageOf("The ferry to the islands was cancelled again", "not a tag!")).toBe("en");
  expect(languageOf("", "not a tag!")).toBe("not a tag!");
});
