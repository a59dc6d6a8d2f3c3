import type { Subjects } from "../names/subjects.ts";
import type { Quotation } from "../reading/quotation-marks.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import type { Attribution, Place, Scene } from "./speaker-scene.ts";
import {
  carried,
  continuation,
  paragraphBefore,
  sameParagraph,
  sentenceBefore,
  sentenceSubject,
} from "./speakers-before.ts";
import { isLedIn, toTheLeft } from "./speakers-left.ts";
import { endsSentence, looksRight, signature, toTheRight } from "./speakers-right.ts";

/** For each quotation who says it, by the first rule that fits; undefined where none does. */
export function attribute(
  outline: Outline,
  subjects: Subjects,
  quotations: readonly Quotation[],
): readonly (Attribution | undefined)[] {
  const scene: Scene = { outline, subjects, quotations, found: [] };
  quotations.forEach((quotation, index) => {
    const part = outline.partOf[index] ?? 0;
    scene.found[index] = speakerOf(scene, { index, quotation, part, sentence: outline.sentenceOf[part] ?? -1 });
  });
  return scene.found;
}

function speakerOf(scene: Scene, place: Place): Attribution | undefined {
  const isRightFirst = looksRight(scene, place) && !isLedIn(scene, place);
  return (
    signature(scene, place) ??
    (isRightFirst ? toTheRight(scene, place) : undefined) ??
    toTheLeft(scene, place) ??
    (!isRightFirst && place.quotation.closed && !endsSentence(scene, place) ? toTheRight(scene, place) : undefined) ??
    continuation(scene, place) ??
    sameParagraph(scene, place) ??
    sentenceBefore(scene, place) ??
    sentenceSubject(scene, place) ??
    paragraphBefore(scene, place) ??
    carried(scene, place)
  );
}
