/** What the seed program says in the terminal. */
export const USAGE = `使い方: npm run db:seed -- --city kumamoto|musashino [--demo]
  --demo  60日分の架空の通報とデモのログインも入れる（デモモードだけ）`;
export const DEMO_ONLY = "デモのログインと架空の通報は、MADOGUCHI_MODE=demo のときだけ入れられます。";
export const otherCity = (loaded: string, wanted: string): string =>
  `このデータベースには、別の市（${loaded}）のデータが入っています。${wanted}には別のデータベースを使ってください。`;
export const keptAsIs = (city: string): string => `${city}のデータは入っています。そのまま使います。`;
export const loaded = (city: string, what: { accounts: number; reports: number; seconds: number }): string =>
  `${city}のデータを入れました（ログイン ${what.accounts}、通報 ${what.reports}件、${what.seconds.toFixed(1)}秒）。`;
