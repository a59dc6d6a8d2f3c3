import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

const TOKEN =
  /(xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=\/\/)[^/\s:@]+:[^/\s@]+(?=@)|(?<=[?&][^=\s&]{1,64}=)[^\s&"']+)/g;

/** Text with tokens, passwords in URLs and the values of query strings replaced by `***`. */
export function redact(text: string): string {
  return text.replace(TOKEN, "***");
}

/** Structured logs, one JSON object a line; every string is redacted. Log events, not prose: `log.info({ post }, "post.sent")`. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: redact },
  };
  return destination ? pino(options, destination) : pino(options, pino.destination({ dest: 2, sync: true }));
}
