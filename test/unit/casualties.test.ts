import { expect, test } from "vitest";
import { findCasualties } from "../../src/text/casualties.ts";

test.each([
  ["The blast killed 26 tourists.", { killed: 26 }],
  ["At least twenty-two people were killed and 40 others injured.", { killed: 22, injured: 40 }],
  ["Four women were shot dead.", { killed: 4 }],
  ["The strike left three dead and a dozen wounded.", { killed: 3, injured: 12 }],
  ["The death toll rose to 1,200.", { killed: 1200 }],
  ["The number of dead in the flood has risen to 33.", { killed: 33 }],
  ["Police put the number of deaths at two.", { killed: 2 }],
  ["Gunmen opened fire, killing six civilians and wounding 19.", { killed: 6, injured: 19 }],
  ["The hospital counted 31 deaths.", { killed: 31 }],
  ["Between 12 and 15 miners were killed.", { killed: 12, killedTo: 15 }],
  ["The slide killed 12 to 15 miners and injured 20.", { killed: 12, killedTo: 15, injured: 20 }],
  ["He was charged with the killing of nine nurses.", { killed: 9 }],
  ["No one was injured.", {}],
  ["Nineteen of the dead were foreigners.", {}],
  ["Dozens were killed.", {}],
  ["He was killed in 2019.", {}],
  ["A 26-year-old was injured.", {}],
  ["The fire killed trade for 20 years.", {}],
  ["The council has 26 members.", {}],
])("%s", (text, expected) => {
  expect(findCasualties(text)).toEqual(expected);
});
