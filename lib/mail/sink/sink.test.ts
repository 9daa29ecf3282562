import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import nodemailer from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailGateway } from "@/lib/notifications/smtp-gateway";
import { mailboxServer } from "./http-gateway";
import { inlinePictures } from "./message";
import { smtpReceiver } from "./smtp-server-gateway";
import { openMailbox } from "./store";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-mailbox-"));
const mailbox = openMailbox(folder, 5);
const receiver = smtpReceiver(mailbox, () => {});
const pages = mailboxServer(mailbox);
let smtpUrl = "";
let pagesUrl = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => pages.listen(0, "127.0.0.1", () => resolve()));
  smtpUrl = `smtp://127.0.0.1:${(receiver.server.address() as AddressInfo).port}`;
  pagesUrl = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});
afterAll(async () => {
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  await new Promise<void>((resolve) => receiver.close(resolve));
  fs.rmSync(folder, { recursive: true, force: true });
});

const get = async (where: string) => {
  const response = await fetch(`${pagesUrl}${where}`);
  return { status: response.status, headers: response.headers, body: await response.text() };
};
const gateway = () => createMailGateway({ SMTP_URL: smtpUrl, MAIL_FROM: "madoguchi@demo.example" });
const mail = (subject: string) => ({
  to: "road@city.example",
  subject,
  text: "本文",
  html: '<p>本文 <img src="cid:photo"></p><script>alert(1)</script>',
  messageId: "arrival.1@demo.example",
  inline: [{ cid: "photo", fileName: "R8-000123.jpg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xd9]) }],
});

describe("the demo's mailbox", () => {
  it("receives what the gateway sends and shows it, and runs nothing of it", async () => {
    const smtp = gateway();
    expect(await smtp.send(mail('<script>alert("件名")</script>'))).toEqual({ kind: "sent" });
    smtp.close();

    const list = await get("/");
    expect(list.body).toContain("&lt;script&gt;alert(&quot;件名&quot;)&lt;/script&gt;");
    expect(list.body).toContain("road@city.example");
    expect(list.headers.get("content-security-policy")).toContain("default-src 'none'");

    const id = mailbox.list()[0]?.id ?? "";
    const detail = await get(`/mails/${id}`);
    expect(detail.body).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(detail.body).not.toContain("<script");
    const framed = await get(`/mails/${id}/html`);
    expect(framed.body).toContain('src="data:image/jpeg;base64,/9j/2Q=="');
    expect(framed.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    const file = await get(`/mails/${id}/files/0`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  });

  it.each(["//", "///mails", "/%", "http://["])("lives on after the address %j", async (address) => {
    const status = await new Promise((resolve, reject) => {
      http
        .request(pagesUrl, { path: address }, (response) => resolve(response.resume().statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(404);
    expect((await get("/")).status).toBe(200);
  });

  it("keeps mails over a restart, the newest of them, and forgets the oldest beyond its limit", async () => {
    const smtp = gateway();
    for (let i = 1; i <= 7; i += 1) await smtp.send(mail(`通 ${i}`));
    smtp.close();
    const again = openMailbox(folder, 5);
    expect(again.list().map((m) => m.subject)).toEqual(["通 7", "通 6", "通 5", "通 4", "通 3"]);
    expect(fs.readdirSync(folder)).toHaveLength(5);
  });

  it("offers other files as downloads only", async () => {
    const transport = nodemailer.createTransport(smtpUrl);
    await transport.sendMail({
      from: "a@demo.example",
      to: "road@city.example",
      subject: "添付",
      text: "x",
      attachments: [{ filename: "a.svg", content: "<svg onload='alert(1)'/>", contentType: "image/svg+xml" }],
    });
    transport.close();
    const file = await get(`/mails/${mailbox.list()[0]?.id}/files/0`);
    expect(file.headers.get("content-type")).toBe("application/octet-stream");
    expect(file.headers.get("content-disposition")).toBe("attachment");
  });

  it.each([
    "/mails/../secrets",
    "/mails/%2e%2e%2fx",
    "/mails/1",
    "/mails/1234567890123-00000000/files/9",
    "/nothing",
  ])("answers 404 to %s", async (where) => expect((await get(where)).status).toBe(404));
  it("is read only and answers to this machine's names only", async () => {
    expect((await fetch(`${pagesUrl}/`, { method: "POST" })).status).toBe(405);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) =>
      request(`${pagesUrl}/`, { headers: { host: "evil.example" } }, (r) => resolve(r.statusCode)).end(),
    );
    expect(status).toBe(421);
  });
});

/** A mail server that answers each line of the client as told; null is silence. */
async function oddServer(
  answer: (line: string, socket: net.Socket) => string | null,
): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.write("220 odd\r\n");
    socket.on("data", (data) => {
      for (const line of data.toString().split("\r\n").filter(Boolean)) {
        const said = answer(line, socket);
        if (said !== null) socket.write(said);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe("mail gateway", () => {
  const short = {
    dnsTimeout: 500,
    connectionTimeout: 500,
    greetingTimeout: 500,
    socketTimeout: 500,
    deadline: 1_500,
  };
  it("leaves a server that falls silent", async () => {
    const server = await oddServer(() => null);
    const smtp = createMailGateway({ SMTP_URL: server.url, MAIL_FROM: "a@b.example" }, short);
    expect(await smtp.send(mail("x"))).toEqual({ kind: "later", error: "smtp-etimedout" });
    smtp.close();
    server.close();
  });
  it("leaves a server that never comes to an end, however often it says a little", async () => {
    const server = await oddServer((_, socket) => {
      const drip = setInterval(() => socket.write("250-more\r\n"), 100);
      socket.on("close", () => clearInterval(drip));
      return null;
    });
    const smtp = createMailGateway({ SMTP_URL: server.url, MAIL_FROM: "a@b.example" }, short);
    expect(await smtp.send(mail("x"))).toEqual({ kind: "later", error: "smtp-deadline" });
    smtp.close();
    server.close();
  });
  it.each([
    [
      { SMTP_URL: undefined, MAIL_FROM: "a@b.example" },
      { kind: "later", error: "smtp-not-set" },
    ],
    [
      { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "a@b.example" },
      { kind: "later", error: "smtp-esocket" },
    ],
  ])("says that a mail must wait: %j", async (settings, expected) => {
    const smtp = createMailGateway(settings);
    expect(await smtp.send(mail("x"))).toEqual(expected);
    smtp.close();
  });
});

it("inlines pictures only, and only those of the mail", () => {
  const attachments = [
    { index: 0, fileName: "a", contentType: "image/svg+xml", cid: "svg", base64: "AA==" },
    { index: 1, fileName: "b", contentType: "image/png", cid: "png", base64: "AA==" },
  ];
  expect(inlinePictures(`<img src="cid:png"><img src='cid:svg'><img src="cid:none">`, attachments)).toBe(
    `<img src="data:image/png;base64,AA=="><img src='cid:svg'><img src="cid:none">`,
  );
});
