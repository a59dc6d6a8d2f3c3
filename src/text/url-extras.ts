/**
 * Parameters that only mean "where a reader came from" at one publisher, by the end of its host name; `*` stands for any
 * ending. A list of our own: what publishers add in their feeds and behind their share buttons.
 */
const TABLE = `
aljazeera.com: traffic_source
apnews.com: taid
bbc.com bbc.co.uk: intlink_from_url link_location pinned_post_locator post_type xtor ocid ns_*
bloomberg.com: srnd leadSource cmpId
cbsnews.com: ftag intcid
cnn.com: iid hpt sr
dw.com: maca
elpais.com: ssm prm
facebook.com: __tn__ __xts__* __cft__* refid ref
foxnews.com: intcmp
france24.com rfi.fr lemonde.fr liberation.fr: xtor xtmc xtcr
ft.com: shareType
google.com: oc
independent.co.uk: srsltid
instagram.com threads.net: igsh xmt
indiatimes.com: from pcode
medium.com: source sk
ndtv.com: pfrom
nikkei.com: n_cid
nytimes.com: campaign_id instance_id segment_id user_id regi_id action module pgtype region contentCollection rref
reddit.com: rdt share_id
reuters.com: feedType feedName rpc il
scmp.com: module pgtype campaign origin
spiegel.de: sara_ref
substack.com: r s showWelcomeOnShare triedRedirect
telegraph.co.uk: ICID WT.*
theguardian.com: CMP INTCMP
twitter.com x.com: s t ref_src ref_url
washingtonpost.com: wprss itid tid wpisrc wpmm
wsj.com: reflink siteid st
yahoo.com: guce_referrer guce_referrer_sig
youtube.com youtu.be: si pp ab_channel
`;

const BY_HOST = new Map(
  TABLE.trim()
    .split("\n")
    .flatMap((line) => {
      const [hosts = "", names = ""] = line.split(": ");
      const list = names.toLowerCase().split(" ");
      return hosts.split(" ").map((host) => [host, list] as const);
    }),
);

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Whether a parameter (in lower case) says nothing about the page at that host. */
export function isExtraAt(hostname: string, name: string): boolean {
  const labels = hostname.split(".");
  for (let from = 0; from < labels.length - 1; from++) {
    const patterns = BY_HOST.get(labels.slice(from).join("."));
    if (patterns?.some((pattern) => matches(pattern, name))) return true;
  }
  return false;
}
