//! A mail as its reader sees it: decoded headers, text, HTML, and the link that it is about.

export interface Message {
  to: string[];
  from: string;
  subject: string;
  headers: Map<string, string>;
  text: string;
  html: string;
  /** The first address in the text, which is the main link: a mail of ours has one. */
  link: string;
}

export function parseMessage(raw: Buffer): Message {
  const whole = parsePart(raw.toString("latin1"));
  const header = (name: string) => whole.headers.get(name) ?? "";
  const parts = leaves(whole);
  const text = parts.find((part) => part.type === "text/plain")?.body ?? "";
  const html = parts.find((part) => part.type === "text/html")?.body ?? "";
  const inHtml = html.match(/<a\b[^>]*\bhref="([^"]+)"/)?.[1]?.replaceAll("&amp;", "&");
  return {
    to: header("x-recipient").split(" ").filter(Boolean),
    from: decodeWords(header("from")),
    subject: decodeWords(header("subject")),
    headers: whole.headers,
    text,
    html,
    link: text.match(/https?:\/\/[^\s<>"]+/)?.[0] ?? inHtml ?? "",
  };
}

interface Part {
  headers: Map<string, string>;
  type: string;
  body: string;
  parts: Part[];
}

function parsePart(raw: string): Part {
  const [head = "", ...rest] = raw.split(/\r?\n\r?\n/);
  const content = raw.slice(head.length).replace(/^\r?\n\r?\n/, "");
  const headers = parseHeaders(head);
  const contentType = headers.get("content-type") ?? "text/plain";
  const type = contentType.split(";")[0]!.trim().toLowerCase();
  const boundary = contentType.match(/boundary="?([^";]+)"?/i)?.[1];
  if (!type.startsWith("multipart/") || !boundary || rest.length === 0) {
    return { headers, type, body: decodeBody(content, headers, contentType), parts: [] };
  }
  const pieces = `\r\n${content}`.split(`\n--${boundary}`).slice(1, -1);
  return { headers, type, body: "", parts: pieces.map((piece) => parsePart(piece.replace(/^[ \t]*\r?\n/, ""))) };
}

function leaves(part: Part): Part[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leaves);
}

/** A header that occurs more than once (X-Recipient) is joined. */
function parseHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n(?=[ \t])/g, "").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)} ${value}` : value);
  }
  return headers;
}

function decodeBody(body: string, headers: Map<string, string>, contentType: string): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  const charset = contentType.match(/charset="?([^";]+)"?/i)?.[1] ?? "utf-8";
  const bytes =
    encoding === "base64"
      ? Buffer.from(body, "base64")
      : Buffer.from(encoding === "quoted-printable" ? quotedPrintable(body.replace(/[ \t]*=\r?\n/g, "")) : body, "latin1");
  return new TextDecoder(charset).decode(bytes).replaceAll("\r\n", "\n");
}

function quotedPrintable(text: string): string {
  return text.replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** RFC 2047; the space between two encoded words is not part of the text. */
function decodeWords(text: string): string {
  const joined = text.replace(/\?=\s+=\?/g, "?==?");
  const words = joined.replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset, encoding, word) => {
    const isBase64 = encoding.toLowerCase() === "b";
    const bytes = isBase64 ? Buffer.from(word, "base64") : Buffer.from(quotedPrintable(word.replaceAll("_", " ")), "latin1");
    return new TextDecoder(charset).decode(bytes);
  });
  // A header in plain UTF-8 (SMTPUTF8) was read as Latin-1 with the rest.
  return words === text ? Buffer.from(text, "latin1").toString("utf-8") : words;
}
