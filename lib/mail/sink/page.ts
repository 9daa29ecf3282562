import { clock, shortDate } from "@/lib/core/time";
import { escapeHtml as e } from "@/lib/notifications/html";
import { isSafePicture, type MailSummary, type StoredMail } from "./message";

const TITLE = "届いたメール（デモ）";

const STYLE = `
:root{color-scheme:light dark;--line:#d8d8db;--quiet:#5c5c5c;--link:#0017c1;--card:#fff;--page:#f5f5f6;--text:#1a1a1c}
@media (prefers-color-scheme:dark){:root{--line:#46464a;--quiet:#b4b4b8;--link:#a9bbff;--card:#222225;--page:#161618;--text:#f1f1f4}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font-family:"Noto Sans JP","Hiragino Sans","Yu Gothic UI",sans-serif;font-size:16px;line-height:1.6}
header{background:var(--card);border-bottom:1px solid var(--line);padding:16px 24px}
header p{margin:0;color:var(--quiet);font-size:14px}
h1{font-size:20px;line-height:1.4;margin:0;overflow-wrap:anywhere}
main{max-width:960px;margin:0 auto;padding:24px 16px 48px}
a{color:var(--link)}
a:focus-visible{outline:4px solid #000;outline-offset:2px;background:#ffd43d;color:#000;border-radius:4px}
ul.list{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:12px;overflow:hidden}
ul.list li+li{border-top:1px solid var(--line)}
ul.list a{display:block;padding:14px 20px;text-decoration:none;color:inherit}
ul.list a:hover strong{text-decoration:underline}
ul.list strong{display:block;color:var(--link);overflow-wrap:anywhere}
.quiet{color:var(--quiet);font-size:14px;overflow-wrap:anywhere}
.empty{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:40px 24px;text-align:center}
dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;margin:0 0 20px}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
section{margin:0 0 24px}h2{font-size:16px;margin:0 0 8px}
iframe{width:100%;height:720px;border:1px solid var(--line);border-radius:12px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px;margin:0;font-family:inherit}
.photos{display:flex;flex-wrap:wrap;gap:12px;list-style:none;margin:0;padding:0}
.photos img{max-width:280px;max-height:220px;border:1px solid var(--line);border-radius:8px;display:block}
`;

function layout(title: string, nonce: string, body: string, refresh = false): string {
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">${refresh ? '<meta http-equiv="refresh" content="5">' : ""}
<title>${e(title)}</title><style nonce="${nonce}">${STYLE}</style></head>
<body>${body}</body></html>`;
}

const when = (ms: number): string => `${shortDate(new Date(ms))} ${clock(new Date(ms))}`;

export function listPage(mails: MailSummary[], total: number, nonce: string): string {
  const rows = mails
    .map(
      (mail) =>
        `<li><a href="/mails/${mail.id}"><strong>${e(mail.subject || "（件名なし）")}</strong>` +
        `<span class="quiet">${e(when(mail.receivedAt))}　宛先 ${e(mail.to.join("、"))}</span></a></li>`,
    )
    .join("");
  const note =
    total > mails.length ? `新しい${mails.length}通を表示しています（全${total}通）。` : `${total}通`;
  return layout(
    TITLE,
    nonce,
    `<header><h1>${TITLE}</h1><p>窓口から職員へ送られたメールです。外へは送られていません。5秒ごとに新しくなります。</p></header>
<main>${
      rows
        ? `<p class="quiet">${note}</p><ul class="list">${rows}</ul>`
        : `<div class="empty"><p>まだメールは届いていません。</p><p class="quiet">住民のスマートフォンから通報すると、担当課あてのメールがここに届きます。</p></div>`
    }</main>`,
    true,
  );
}

export function mailPage(mail: StoredMail, nonce: string): string {
  const pictures = mail.attachments.filter((a) => isSafePicture(a.contentType));
  const files = mail.attachments.filter((a) => !isSafePicture(a.contentType));
  const picture = (a: StoredMail["attachments"][number]) =>
    `<li><img src="/mails/${mail.id}/files/${a.index}" alt="${e(a.fileName)}"><span class="quiet">${e(a.fileName)}</span></li>`;
  const file = (a: StoredMail["attachments"][number]) =>
    `<li><a href="/mails/${mail.id}/files/${a.index}">${e(a.fileName)}</a></li>`;
  return layout(
    mail.subject || "（件名なし）",
    nonce,
    `<header><p><a href="/">届いたメールの一覧へ</a></p><h1>${e(mail.subject || "（件名なし）")}</h1></header>
<main><dl><dt>差出人</dt><dd>${e(mail.from)}</dd><dt>宛先</dt><dd>${e(mail.to.join("、"))}</dd><dt>受信</dt><dd>${e(when(mail.receivedAt))}</dd></dl>
${
  mail.html === null
    ? ""
    : `<section><h2>メールの表示（HTML）</h2><iframe src="/mails/${mail.id}/html" title="メールの本文" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe></section>`
}
<section><h2>文字だけの表示</h2><pre>${e(mail.text)}</pre></section>
${pictures.length > 0 ? `<section><h2>写真</h2><ul class="photos">${pictures.map(picture).join("")}</ul></section>` : ""}
${files.length > 0 ? `<section><h2>添付</h2><ul>${files.map(file).join("")}</ul></section>` : ""}</main>`,
  );
}

export const notFoundPage = (nonce: string): string =>
  layout(
    "ありません",
    nonce,
    `<main><p>このメールはありません。</p><p><a href="/">届いたメールの一覧へ</a></p></main>`,
  );
