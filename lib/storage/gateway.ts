import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/core/env";
import { storagePlace } from "@/lib/core/env-addresses";
import { AppError } from "@/lib/core/errors";

/**
 * Where files live. Keys are our own (`photos/2026/ab/….jpg`): letters, digits, `-`, `_`, `.` and `/`, no `..`. A stored
 * file is never changed, only removed.
 */
export type Storage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Null when there is no such file. */
  get: (key: string) => Promise<Buffer | null>;
  remove: (key: string) => Promise<void>;
};

const KEY = /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_.-]*)+$/i;

/** Files below a folder. A file appears whole or not at all: written beside, synced, then renamed. */
export function fileStorage(folder: string): Storage {
  const root = path.resolve(folder);
  const place = (key: string) => {
    if (!KEY.test(key) || key.includes("..")) throw new AppError("invalid", "storage key");
    return path.join(root, key);
  };
  const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOENT";
  return {
    async put(key, bytes) {
      const target = place(key);
      await fs.mkdir(path.dirname(target), { recursive: true });
      const beside = `${target}.${randomBytes(4).toString("hex")}.part`;
      const file = await fs.open(beside, "wx", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await fs.rename(beside, target);
    },
    async get(key) {
      try {
        return await fs.readFile(place(key));
      } catch (error) {
        if (missing(error)) return null;
        throw error;
      }
    },
    async remove(key) {
      await fs.rm(place(key), { force: true });
    },
  };
}

let current: Storage | undefined;

/** The storage of this process, by STORAGE_URL. */
export function getStorage(): Storage {
  if (current) return current;
  const place = storagePlace(env().STORAGE_URL);
  if ("problem" in place) throw new AppError("unavailable", `STORAGE_URL: ${place.problem}`);
  current = fileStorage(place.folder);
  return current;
}
