import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openHouse } from "../../support/house";
import { openAdmin } from "../support/admin";
import { placeWitness } from "./witness";

let ground: Promise<string> | null = null;
let made: string | null = null;

export function clearGround(): void {
  if (made) fs.rmSync(made, { recursive: true, force: true });
  [ground, made] = [null, null];
}

async function makeGround(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "madoguchi-ground-"));
  made = folder;
  process.once("exit", clearGround);
  const house = await openHouse({ city: "kumamoto", pgFolder: folder });
  const admin = openAdmin(house.databaseUrl);
  try {
    await house.seed();
    await placeWitness(await admin.client());
  } finally {
    await admin.close();
    await house.stop();
  }
  return folder;
}

/** The folder of a database with the city's content and the witness in it. Made once: each run begins with a copy. */
export function preparedGround(): Promise<string> {
  ground ??= makeGround().catch((error: unknown) => {
    clearGround(); // the next run tries anew
    throw error;
  });
  return ground;
}
