/** What the database says of itself and of the file, and what the file says. Null: there is no such thing. */
export type ArmSigns = {
  inDatabase: { token: string; systemIdentifier: string; databaseOid: string; fileMark: string } | null;
  database: { systemIdentifier: string; databaseOid: string; lastEntry: number };
  file: { token: string; systemIdentifier: string; databaseOid: string; mark: string } | null;
  /** The newest entry of any broadcast that a worker saw, kept beside the file. */
  seenEntry: number;
};

export type ArmVerdict =
  | { armed: true }
  /** `never`: nobody armed it. `no-file`, `other-file`: the file is missing or a copy. `other-database`: a restored or copied one. `set-back`: the same database, but older than it was. */
  | { armed: false; why: "never" | "no-file" | "other-file" | "other-database" | "set-back" };

/** May this database send? Whatever does not fit holds every send until a person arms it. */
export function judgeArming(signs: ArmSigns): ArmVerdict {
  const { inDatabase, database, file } = signs;
  const no = (why: Extract<ArmVerdict, { armed: false }>["why"]): ArmVerdict => ({ armed: false, why });
  if (!inDatabase) return no("never");
  if (
    inDatabase.systemIdentifier !== database.systemIdentifier ||
    inDatabase.databaseOid !== database.databaseOid
  )
    return no("other-database");
  if (!file) return no("no-file");
  if (file.token !== inDatabase.token || file.mark !== inDatabase.fileMark) return no("other-file");
  if (file.systemIdentifier !== database.systemIdentifier || file.databaseOid !== database.databaseOid)
    return no("other-database");
  if (database.lastEntry < signs.seenEntry) return no("set-back");
  return { armed: true };
}
