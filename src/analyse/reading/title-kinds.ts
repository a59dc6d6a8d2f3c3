/** "Why gunmen struck", "Timeline: …": a headline that explains or recalls what readers know of. */
const EXPLAINS =
  /^["'“‘]?(?:What|Why|How|Who|Where)\b|^(?:Interview|Timeline|Analysis|Opinion|Explainer|Comment(?:ary)?|Feature|In pictures|Podcast|Review|Obituary|Profile|Fact[- ]check|Q&A|Long read|Editorial|Letters?|Backgrounder|Documentary)\s*[:|]/i;
const ASKS = /\?["'”’]?\s*$/;
/** "You won't believe what …", "All you need to know", "Terrifying moment …": a headline that keeps back what it is about. */
const TEASES =
  /\byou (?:won['’]t|will not|need to) (?:believe|know)\b|\b(?:here|this)(?:['’]s|\sis) (?:what|why|how|where|who)\b|\bwhat happen(?:s|ed) next\b|\b(?:heartbreaking|heart-stopping|shocking|chilling|terrifying|horrifying|jaw-dropping|incredible|dramatic) (?:moments?|footage|videos?|scenes|images|pictures)\b|^(?:the )?moment (?!of\b)|^\d+ (?:things|reasons|facts|ways|questions)\b/i;

/** Whether a title explains what happened instead of telling it. */
export function explains(title: string): boolean {
  return EXPLAINS.test(title);
}

/** Whether words end as a question: it reports nothing. */
export function asks(words: string): boolean {
  return ASKS.test(words);
}

/** Whether a title explains, asks, or teases: who reads it does not know what happened. */
export function tellsNoNews(title: string): boolean {
  return explains(title) || asks(title) || TEASES.test(title);
}
