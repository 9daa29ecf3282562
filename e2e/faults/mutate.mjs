import { register } from "node:module";

// Loaded before tsx: rewrites one passage of one source file as it is read, so that a fault run can show that it would
// notice a broken safeguard. MUTATE holds {file, find, replace} as JSON.
register("./mutate-hooks.mjs", import.meta.url);
