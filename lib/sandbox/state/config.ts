import type { Journal } from "../journal";
import type { Config } from "../protocol";

const MINUTE = 60_000;

const DEFAULT_CONFIG: Config = {
  botName: "市公式アカウント",
  webhookUrl: null,
  webhookActive: true,
  redelivery: true,
  // LINE does not say how often; about half an hour in all here, quick at first.
  redeliveryDelaysMs: [1000, 2000, 4000, 8000, 15_000, 30_000, ...Array.from({ length: 29 }, () => MINUTE)],
  webhookTimeoutMs: 2000,
  batchWindowMs: 30,
  maxBatchEvents: 100,
  webhookConcurrency: 16,
  escapeUnicode: "sometimes",
  quota: { type: "none" },
  chatMode: "bot",
  verified: true,
  bucketScale: 1,
  latencyMs: 0,
  unknownRecipients: "accept",
};

/** The settings of the account and of the sandbox; changed by `config` records. */
export function createConfig(journal: Journal): Config {
  const config = structuredClone(DEFAULT_CONFIG);
  journal.on("config", (change) => {
    Object.assign(config, change);
  });
  return config;
}
