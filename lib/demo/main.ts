import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { embeddedPid, stopEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { inheritedEnvironment } from "@/lib/core/env";
import { ensureBuild } from "./build-gateway";
import { bundlePrograms } from "./bundle-gateway";
import { type Child, endProcesses, signalGroup, signalProcess } from "./child-gateway";
import { cityName } from "./cities";
import {
  clearFolder,
  type DemoFolder,
  findOrphans,
  findSupervisor,
  logTail,
  mayHoldDemo,
  postgresFolder,
  takeFolder,
} from "./folder-gateway";
import { isAlive } from "./lock-gateway";
import * as say from "./messages";
import { type DemoOptions, parseOptions } from "./options";
import { addressesFor, demoSettings, type Ports, programs } from "./plan";
import { findFreePort, isPortFree } from "./port-gateway";
import { demoResidents } from "./residents";
import {
  DemoFailure,
  goOn,
  introduceResidents,
  runCommand,
  type Surroundings,
  startDatabase,
  startProgram,
  timed,
  waitForProgram,
  watchDatabase,
} from "./stack-gateway";
import { summary } from "./summary";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const outside = inheritedEnvironment();
const print = (line: string) => process.stdout.write(`${line}\n`);

/** The ports of the settings, each free; the mail server's own is any free one. */
async function choosePorts(): Promise<Ports> {
  const port = async (setting: string, usual: number): Promise<number> => {
    const given = outside[setting];
    const value = given ? Number(given) : usual;
    if (!Number.isInteger(value) || value < 1 || value > 65535)
      throw new DemoFailure(say.portWrong(setting, given ?? ""));
    if (!(await isPortFree(value))) throw new DemoFailure(say.portBusy(value, setting));
    return value;
  };
  return {
    web: await port("PORT", 3000),
    sandbox: await port("SANDBOX_PORT", 3100),
    mailbox: await port("MAIL_SINK_PORT", 3125),
    mailIntake: Number(outside.MAIL_INTAKE_PORT || 2525),
    smtp: await findFreePort(),
  };
}

async function stopOther(dataFolder: string): Promise<number> {
  const found = findSupervisor(dataFolder);
  if (!found) return stopLeftovers(dataFolder);
  process.kill(found.mark.pid, "SIGTERM");
  const until = Date.now() + 30_000;
  while (isAlive(found.mark) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200));
  const gone = !isAlive(found.mark);
  print(gone ? say.STOPPED_OTHER : say.STOP_FAILED);
  return gone ? 0 : 1;
}

/** What goes on when the supervisor itself was killed: its programs, and its database. */
async function stopLeftovers(dataFolder: string): Promise<number> {
  const goesOn = findOrphans(dataFolder).length > 0 || embeddedPid(postgresFolder(dataFolder)) !== null;
  if (!goesOn) {
    print(say.notRunning(shown(dataFolder)));
    return 0;
  }
  const taken = takeFolder(dataFolder);
  if (!taken) return refuseSecond(dataFolder);
  await endProcesses(taken.orphans);
  await stopEmbedded(taken.folder.postgres);
  taken.folder.release();
  print(say.leftoversStopped(shown(dataFolder)));
  return 0;
}

/** Another supervisor has the folder. */
function refuseSecond(dataFolder: string): number {
  const other = findSupervisor(dataFolder);
  const web = other?.ports ? addressesFor(other.ports).web : say.STILL_STARTING;
  print(say.alreadyRunning(shown(dataFolder), web, other?.mark.pid ?? 0));
  return 1;
}

/** Paths below the project are shown from its root. */
const shown = (file: string): string => {
  const relative = path.relative(ROOT, file);
  return relative === "" || relative.startsWith("..") ? file : relative;
};

/** Ctrl-C may arrive twice for one press: from the terminal, and passed on by the program that started this one. */
const SAME_KEY_MS = 1_000;

async function run(options: DemoOptions, folder: DemoFolder): Promise<never> {
  const startedAt = Date.now();
  const children: Child[] = [];
  const undo: (() => Promise<void> | void)[] = [];
  let ending = false;

  let endingSince = 0;

  const end = async (code: number): Promise<never> => {
    if (!ending) {
      ending = true;
      endingSince = Date.now();
      await Promise.all(children.map((child) => child.stop()));
      await endProcesses(folder.programs());
      for (const step of undo.reverse()) await step();
      folder.release();
      print(say.stopped(shown(folder.path)));
    }
    process.exit(code);
  };
  const onSignal = () => {
    if (!ending) {
      print(`\n${say.STOPPING}`);
      void end(0);
    } else if (Date.now() - endingSince > SAME_KEY_MS) {
      for (const mark of folder.programs()) signalGroup(mark.pid, "SIGKILL");
      // PostgreSQL's own way to end at once; it recovers at the next start.
      const database = embeddedPid(folder.postgres);
      if (database !== null) signalProcess(database, "SIGQUIT");
      folder.release();
      process.exit(130);
    }
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  // A closed terminal ends the demo; one started in the background (nohup) has no terminal to lose.
  process.on("SIGHUP", () => process.stdout.isTTY && onSignal());
  process.stdout.on("error", () => {});

  try {
    folder.secrets(); // first of all: by them the folder is known as a demo's
    const ports = await choosePorts();
    const report = { print, isEnding: () => ending };
    goOn(report);
    folder.setPorts(ports);
    print(say.opening(cityName(options.city), options.dev));

    const own = outside.DATABASE_URL;
    let databaseUrl = own ?? "";
    if (!own) {
      const starting = startDatabase(folder.postgres);
      undo.push(() => starting.then((database) => database.stop()).catch(() => {}));
      const database = await timed(say.STEPS.database, report, () => starting);
      undo.push(watchDatabase(folder.postgres, database.port, report));
      databaseUrl = database.url;
    }
    const settings = demoSettings({
      city: options.city,
      ports,
      secrets: folder.secrets(),
      databaseUrl,
      dataFolder: folder.path,
    });
    const { argsOf } = options.dev
      ? { argsOf: (entry: string) => ["--import", "tsx", entry] }
      : await bundlePrograms(ROOT);
    const around: Surroundings = { root: ROOT, folder, env: { ...outside, ...settings }, argsOf, ...report };

    // While developing, half-written code of one part must not keep the others from running.
    const command = async (what: string, entry: string, args: string[]) => {
      try {
        await runCommand(what, entry, args, around);
      } catch (error) {
        if (!options.dev || !(error instanceof DemoFailure)) throw error;
        print(error.message);
      }
    };
    const seedArgs = ["--city", options.city, "--if-empty", ...(options.life ? ["--demo"] : ["--logins"])];
    const prepare = async () => {
      await timed(say.STEPS.migrate, report, () => migrateDatabase(databaseUrl));
      await timed(say.STEPS.seed, report, () => command(say.STEPS.seed, "lib/seed/main.ts", seedArgs));
      // The database made here may send; one that was put in its place asks a person first.
      if (!own) await command(say.STEPS.arm, "lib/delivery/main.ts", ["--if-never"]);
    };
    const buildLog = folder.logFile("build");
    const build = async () => {
      if (options.dev) return;
      fs.writeFileSync(buildLog, "");
      await timed(
        say.STEPS.build,
        report,
        async () => {
          const made = await ensureBuild(ROOT, around.env, buildLog, folder.remember, report.isEnding);
          if (made === "failed" && !ending)
            throw new DemoFailure(say.stepFailed(say.STEPS.build, buildLog, logTail(buildLog)));
          return made;
        },
        (made) => (made === "reused" ? say.BUILD_REUSED : ""),
      );
    };
    await Promise.all([prepare(), build()]);

    await timed(say.STEPS.start, report, async () => {
      const waits = programs(ports, options.dev, argsOf).map(async (program) => {
        const child = startProgram(program, around);
        children.push(child);
        await waitForProgram(program, child, around, options.dev ? 120_000 : 60_000);
      });
      await Promise.all(waits);
    });
    if (options.life) {
      const told = await introduceResidents(addressesFor(ports).sandbox, demoResidents(options.city));
      if (!told && !ending) print(say.RESIDENTS_UNKNOWN);
    }
    // The talk works without a menu: what LINE says now must not take everything else down.
    await timed(say.STEPS.line, report, () => command(say.STEPS.line, "lib/menus/main.ts", [])).catch(
      (error) => {
        if (!(error instanceof DemoFailure)) throw error;
        print(`${error.message}\n${say.LINE_LATER}`);
      },
    );
    goOn(report);
    print(
      summary({
        city: options.city,
        at: addressesFor(ports),
        folder: shown(folder.path),
        elapsedMs: Date.now() - startedAt,
        dev: options.dev,
      }),
    );
  } catch (error) {
    if (!ending) {
      print(
        `\n${error instanceof DemoFailure ? error.message : say.unexpected(error instanceof Error ? error.message : String(error))}`,
      );
      await end(1);
    }
  }
  return new Promise<never>(() => {});
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2), outside.CITY);
  if ("problem" in options) {
    print(say.optionProblem(options));
    process.exit(1);
  }
  if (options.command === "help") {
    print(say.HELP);
    return;
  }
  const dataFolder = options.dataFolder
    ? path.resolve(options.dataFolder)
    : path.join(ROOT, ".data", options.city);
  if (options.command === "stop") process.exit(await stopOther(dataFolder));
  if (options.reset && outside.DATABASE_URL) {
    print(say.OWN_DATABASE_KEPT);
    process.exit(1);
  }

  if (!mayHoldDemo(dataFolder)) {
    print(say.foreignFolder(shown(dataFolder), options.reset));
    process.exit(1);
  }

  const taken = takeFolder(dataFolder);
  if (!taken) process.exit(refuseSecond(dataFolder));
  const { folder, orphans } = taken;
  if (orphans.length > 0) {
    await endProcesses(orphans);
    print(say.orphansStopped(orphans.length));
  }
  if (options.reset) {
    // A database that outlived its supervisor still writes into the folder.
    await stopEmbedded(folder.postgres, "immediate");
    clearFolder(dataFolder);
    print(say.resetDone(shown(dataFolder)));
  }
  await run(options, folder);
}

await main();
