import { type Ctx, within } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { isoDate } from "@/lib/core/time";
import { DESK_EMAIL } from "@/lib/demo/accounts";
import type { DemoCity } from "@/lib/demo/cities";
import { demoResidents } from "@/lib/demo/residents";
import { deliverMail } from "@/lib/notifications/jobs";
import type { MailGateway } from "@/lib/notifications/smtp-gateway";
import { listPublishedScenarios } from "@/lib/scenarios/queries";
import type { Storage } from "@/lib/storage/gateway";
import { CITIES, lifeOf } from "./cities";
import { insertLife } from "./life/commands";
import { makeLife } from "./life/life";
import type { CaseRows } from "./life/rows";
import { insertNumbers } from "./numbers/commands";
import { storePhotos } from "./photos/jobs";
import { planDrawings } from "./photos/plan";
import { listDemoWorkers } from "./queries";
import { insertQuestions } from "./questions/commands";
import { chanceFrom } from "./random";

/** Draws, stores and writes about 60 days of a city that end now; the same day makes the same life. */
export async function seedLife(ctx: Ctx, city: DemoCity, storage: Pick<Storage, "put">): Promise<CaseRows[]> {
  const [published] = await listPublishedScenarios(ctx);
  if (!published) throw new AppError("unavailable", "no published scenario: load the city first");
  const life = makeLife(lifeOf(city, published.version), ctx.now, chanceFrom(`${city}/${isoDate(ctx.now)}`));
  const photos = await storePhotos(planDrawings(life, CITIES[city].settings), storage);
  const workers = await listDemoWorkers(ctx);
  const desk = workers.find((worker) => worker.email === DESK_EMAIL);
  if (!desk) throw new AppError("unavailable", "the demo's logins are missing");
  const { seed, count } = demoResidents(city);
  return ctx.db.transaction(async (tx) => {
    const inside = within(ctx, tx);
    const cases = await insertLife(inside, {
      life,
      photos,
      firstNumber: CITIES[city].firstNumber,
      residentSeed: seed,
      residents: count,
      desk,
      workers,
    });
    await insertQuestions(inside, { city, preset: CITIES[city].preset, desk });
    await insertNumbers(inside, { residents: demoResidents(city), reports: cases.length });
    return cases;
  });
}

/** The newest mails of the life just made, as they would have gone out, put into the demo's mailbox. */
export async function showMails(
  ctx: Ctx,
  input: { cases: readonly CaseRows[]; limit: number; appUrl: string; storage: Pick<Storage, "get"> },
  mailboxFor: (sentAt: Date) => MailGateway,
): Promise<number> {
  const mails = input.cases
    .flatMap((c) => c.outbox)
    .filter((row) => row.kind === "mail" && row.state === "sent");
  const newest = mails.slice(-input.limit);
  for (const row of newest) {
    await deliverMail(
      ctx,
      {
        mailTo: row.mailTo ?? "",
        payload: JSON.parse(row.payload),
        reportId: row.reportId ?? null,
        ageMs: Number.POSITIVE_INFINITY,
      },
      { smtp: mailboxFor(row.sentAt ?? ctx.now), storage: input.storage, appUrl: input.appUrl },
    );
  }
  return newest.length;
}
