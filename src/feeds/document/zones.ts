/** Offsets of zone names in minutes; IST is India's and BST Britain's. */
const OFFSETS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "z:0 ut:0 utc:0 gmt:0 wet:0 west:60 bst:60 cet:60 cest:120 mez:60 mesz:120 eet:120 eest:180 msk:180 trt:180 " +
    "irst:210 gst:240 aft:270 pkt:300 ist:330 npt:345 ict:420 wib:420 sgt:480 hkt:480 myt:480 pht:480 awst:480 jst:540 " +
    "kst:540 acst:570 aest:600 aedt:660 nzst:720 nzdt:780 wat:60 cat:120 sast:120 eat:180 nst:-210 ndt:-150 ast:-240 " +
    "adt:-180 brt:-180 est:-300 edt:-240 cst:-360 cdt:-300 mst:-420 mdt:-360 pst:-480 pdt:-420 akst:-540 akdt:-480 hst:-600"
  )
    .split(" ")
    .map((pair) => [pair.split(":")[0], Number(pair.split(":")[1])]),
);

/** What a name means instead in feeds of some zones. */
const ELSEWHERE: Readonly<Record<string, number>> = {
  "bst Asia/Dhaka": 360,
  "ist Asia/Jerusalem": 120,
  "ist Europe/Dublin": 60,
  "cst Asia/Shanghai": 480,
  "cst Asia/Taipei": 480,
};

/** The offset that a zone's name means, in minutes, in a feed of that IANA zone. Undefined: no zone's name. */
export function namedOffset(name: string, feedZone: string | undefined): number | undefined {
  const lower = name.toLowerCase();
  return ELSEWHERE[`${lower} ${feedZone}`] ?? OFFSETS[lower];
}

function offsetAt(zone: string, at: number): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const name = format.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** The offset of an IANA zone in minutes when its clocks show `local` (milliseconds, as if it were UTC); 0 for an unknown zone. */
export function zoneOffset(zone: string, local: number): number {
  try {
    // The guess may lie beside a change of clocks; the second look is at the instant it gives.
    return offsetAt(zone, local - offsetAt(zone, local) * 60_000);
  } catch {
    return 0;
  }
}
