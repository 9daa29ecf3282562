import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Photos are served by our own route with its own headers; the optimiser would be a second way to them.
  images: { unoptimized: true },
  serverExternalPackages: [
    "pg",
    "@node-rs/argon2",
    "sharp",
    "pino",
    "@line/bot-sdk",
    "undici",
    "opentype.js",
  ],
  typescript: { ignoreBuildErrors: true }, // types are checked by `npm run check`, once
  // authInterrupts: a page that may not be seen answers 403 (lib/auth/gate.ts), not 500.
  experimental: { serverActions: { bodySizeLimit: "1mb" }, authInterrupts: true },
};

/** `next dev` tells proxy.ts that this is the development server; nothing else can. */
export default function configure(phase: string): NextConfig {
  if (phase === PHASE_DEVELOPMENT_SERVER) process.env.DEV_SERVER = "1";
  return config;
}
