import { parseArgs } from "node:util";
import { openDatabase } from "@/db";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { onDatabase } from "@/lib/core/migrate/trouble";
import { issueAdministratorLink } from "./commands";

/** `npm run admin:link -- --email a@b [--name 氏名]`: the first administrator's way in, and back in when locked out. */
const settings = startSettings("admin-link");
const { values } = parseArgs({
  options: { email: { type: "string" }, name: { type: "string" } },
  strict: false,
});
const { db, close } = openDatabase(settings.DATABASE_URL ?? "", { max: 2, name: "madoguchi-admin-link" });
await onDatabase(async () => {
  const result = await issueAdministratorLink(systemContext(db, "admin-link"), {
    email: String(values.email ?? ""),
    name: typeof values.name === "string" ? values.name : "システム管理者",
  });
  if (result.ok) {
    console.log(
      result.value.created ? "管理者を登録しました。" : "登録済みの職員です。役割は変えていません。",
    );
    console.log(`24時間以内に一度だけ使えるリンク（パスワードを設定します）:\n${result.value.link}`);
  } else {
    console.error(
      `${result.message}\n使い方: npm run admin:link -- --email yamada@city.example.jp [--name 氏名]`,
    );
    process.exitCode = 1;
  }
}).finally(close);
