/** Reports of one invented crisis, as outlets would send them. */
export const SHELLING = {
  guid: "shelling-1",
  title: "Shelling kills 14 in Syldavian border town",
  text:
    "Bordurian artillery shelling killed 14 people in the Syldavian town of Klow on 1 March 2026, officials said.\n" +
    "Foreign Minister Anna Kray said, “We will not leave this attack on our citizens without an answer.”\n" +
    "Borduria denied that its troops had opened fire near the Zlin Pass.",
};

/** The same text under another headline, in another outlet. */
export const COPY = {
  guid: "c-77",
  title: "14 dead as Bordurian shells hit Klow",
  text: `${SHELLING.text}\nThe town lies near the Zlin Pass.`,
};

/** The outlet's own correction: same entry, another number. */
export const CORRECTION = { ...SHELLING, text: SHELLING.text.replace("14 people", "16 people") };

/** Another event of the same crisis. */
export const TALKS = {
  guid: "talks-1",
  title: "Ceasefire talks between Borduria and Syldavia open in Szohod",
  text: "Envoys of Borduria and Syldavia met in the capital Szohod for ceasefire talks on prisoners and grain ships.",
};

/** A report that tries to ping, to spoof links and to break out of markup on both platforms. */
export const HOSTILE = {
  guid: "hostile-1",
  title:
    "@everyone <@123456789012345678> <!channel> <@U2> Shelling in **Syldavia** [click](https://evil.example) `x` \u202egnp",
  text:
    "@here <#200000000000000001> <!here> <https://evil.example|Borduria> shelling killed 3 people in Syldavia. " +
    "||spoiler|| ~~gone~~ *bold* _it_ :rotating_light: <t:0:F> </timeline:1>",
};
