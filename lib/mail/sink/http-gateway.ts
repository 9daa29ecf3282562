import { randomBytes } from "node:crypto";
import http from "node:http";
import { inlinePictures, isSafePicture } from "./message";
import { listPage, mailPage, notFoundPage } from "./page";
import type { Mailbox } from "./store";

const SHOWN = 200;
/** A mail's own HTML: no scripts, no forms, nothing fetched from anywhere; its style attributes and pictures only. */
const MAIL_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox";
const COMMON = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};

/** Only names of this machine: another site cannot read the mailbox by pointing its own name here. */
const isLocalHost = (host: string | undefined): boolean =>
  /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? "");

/** The mailbox's pages, read only. JSON at /api/mails for tests. */
export function mailboxServer(mailbox: Mailbox): http.Server {
  return http.createServer((request, response) => {
    const nonce = randomBytes(16).toString("base64");
    const send = (status: number, type: string, body: string | Buffer, policy?: string) => {
      response.writeHead(status, {
        ...COMMON,
        "Content-Type": type,
        "Content-Security-Policy":
          policy ??
          `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const html = (status: number, body: string) => send(status, "text/html; charset=utf-8", body);
    if (!isLocalHost(request.headers.host))
      return send(421, "text/plain", "this mailbox answers to localhost only");
    if (request.method !== "GET" && request.method !== "HEAD") return send(405, "text/plain", "read only");

    // Any page can send the visitor's browser here with an address that is none: that must not end the process.
    const address = `http://localhost${request.url ?? "/"}`;
    if (!URL.canParse(address)) return html(404, notFoundPage(nonce));
    const { pathname, searchParams } = new URL(address);
    if (pathname === "/")
      return html(200, listPage(mailbox.list().slice(0, SHOWN), mailbox.list().length, nonce));
    if (pathname === "/api/mails") {
      const to = searchParams.get("to");
      const mails = mailbox.list().filter((mail) => !to || mail.to.includes(to));
      return send(200, "application/json", JSON.stringify({ mails }));
    }
    const [, id, part, index] = /^\/mails\/([^/]+)(?:\/(html|json|files)(?:\/(\d+))?)?$/.exec(pathname) ?? [];
    const mail = id ? mailbox.read(id) : null;
    if (!mail) return html(404, notFoundPage(nonce));
    if (part === undefined) return html(200, mailPage(mail, nonce));
    if (part === "json") return send(200, "application/json", JSON.stringify(mail));
    if (part === "html") {
      return send(
        200,
        "text/html; charset=utf-8",
        inlinePictures(mail.html ?? "", mail.attachments),
        MAIL_POLICY,
      );
    }
    const file = mail.attachments[Number(index)];
    if (!file) return html(404, notFoundPage(nonce));
    if (!isSafePicture(file.contentType)) response.setHeader("Content-Disposition", "attachment");
    send(
      200,
      isSafePicture(file.contentType) ? file.contentType : "application/octet-stream",
      Buffer.from(file.base64, "base64"),
      "default-src 'none'; sandbox",
    );
  });
}
