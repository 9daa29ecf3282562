import { openDatabase } from "@/db";
import { loadCityMap } from "@/lib/areas/commands";
import { findCityProfile } from "@/lib/city/queries";
import { systemContext } from "@/lib/core/context";
import { startSettings } from "@/lib/core/env";
import { onDatabase } from "@/lib/core/migrate/trouble";
import { cityName } from "@/lib/demo/cities";
import { loadCityContent } from "@/lib/presets/commands";
import { getStorage } from "@/lib/storage/gateway";
import { CITIES } from "./cities";
import { createDemoAccounts, markSeeded } from "./commands";
import { seedLife, showMails } from "./jobs";
import { mailboxGateways } from "./mailbox-gateway";
import * as say from "./messages";
import { parseSeedOptions } from "./options";
import { findSeedMark } from "./queries";

const options = parseSeedOptions(process.argv.slice(2));
if (!options) {
  console.error(say.USAGE);
  process.exit(1);
}
const settings = startSettings("command");
if (options.logins && settings.MADOGUCHI_MODE !== "demo") {
  console.error(say.DEMO_ONLY);
  process.exit(1);
}

const database = openDatabase(settings.DATABASE_URL ?? "", {
  max: 6,
  statementTimeoutMs: 120_000,
  name: "madoguchi-seed",
});
const ctx = systemContext(database.db, "seed");
await onDatabase(async () => {
  const [profile, mark] = [await findCityProfile(ctx), await findSeedMark(ctx)];
  const loaded = mark?.city ?? profile?.key;
  if (loaded !== undefined && loaded !== options.city) {
    console.error(say.otherCity(loaded, cityName(options.city)));
    process.exitCode = 1;
  } else if (options.ifEmpty && mark) {
    console.log(say.keptAsIs(cityName(options.city)));
  } else {
    const startedAt = Date.now();
    const { preset, sketch } = CITIES[options.city];
    await loadCityContent(ctx, preset);
    await loadCityMap(ctx, sketch);
    const accounts = options.logins ? await createDemoAccounts(ctx, options.city) : 0;
    const again = options.life && mark?.life === true;
    const cases = options.life && !again ? await seedLife(ctx, options.city, getStorage()) : [];
    if (cases.length > 0) {
      const mailboxFor = mailboxGateways(settings.MAIL_SINK_DATA, settings.MAIL_FROM);
      const shown = { cases, limit: 40, appUrl: settings.APP_URL ?? "", storage: getStorage() };
      await showMails(ctx, shown, mailboxFor);
    }
    await markSeeded(ctx, {
      city: options.city,
      loadedAt: ctx.now.toISOString(),
      life: options.life || mark?.life === true,
    });
    const seconds = (Date.now() - startedAt) / 1000;
    console.log(say.loaded(cityName(options.city), { accounts, reports: cases.length, seconds }));
  }
}).finally(database.close);
