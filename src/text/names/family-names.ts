/** Family names of East Asia that stand before the given name. Those that are first names elsewhere are left out. */
const FAMILY_FIRST = new Set(
  (
    "liu wang zhang chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang zheng xie tang feng yu dong xiao cheng cao yuan " +
    "deng xi jiang cai pan du ye wei su lu ding ren lai tsai hung hsu chang hsiao chiang peng qin shi kong hua mao li song " +
    "park choi jung kang cho yoon jang lim han shin kwon hwang ahn moon bae nam " +
    "nguyen tran pham hoang phan vu dang bui ngo duong"
  ).split(" "),
);

/** Whether a lower-case word is a family name that stands first: "Liu Wen" is "Liu" when named again. */
export function isFamilyFirst(word: string): boolean {
  return FAMILY_FIRST.has(word);
}
