import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import type { Settings } from "@/lib/core/env";
import { createTokenSource } from "./token-gateway";

/** The channel's own affairs: who the bot is, its webhook, its rich menus. Throws HTTPFetchError of the SDK. */
export type ChannelGateway = {
  botInfo: () => Promise<{ displayName: string; basicId: string }>;
  /** The address LINE calls now; null when none is set. */
  webhook: () => Promise<{ endpoint: string; active: boolean } | null>;
  setWebhook: (endpoint: string) => Promise<void>;
  testWebhook: () => Promise<{ success: boolean; statusCode: number; reason: string; detail: string }>;
  listMenus: () => Promise<{ richMenuId: string; name: string }[]>;
  createMenu: (request: messagingApi.RichMenuRequest) => Promise<string>;
  hasImage: (richMenuId: string) => Promise<boolean>;
  setImage: (richMenuId: string, png: Buffer) => Promise<void>;
  defaultMenu: () => Promise<string | null>;
  setDefaultMenu: (richMenuId: string) => Promise<void>;
  aliasTarget: (alias: string) => Promise<string | null>;
  pointAlias: (alias: string, richMenuId: string, exists: boolean) => Promise<void>;
  deleteMenu: (richMenuId: string) => Promise<void>;
};

async function unlessMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof HTTPFetchError && error.status === 404) return null;
    throw error;
  }
}

export function createChannelGateway(settings: Settings): ChannelGateway {
  const token = createTokenSource(settings);
  const api = async () =>
    new messagingApi.MessagingApiClient({
      channelAccessToken: await token.current(),
      baseURL: settings.LINE_API_BASE_URL,
    });
  const blobs = async () =>
    new messagingApi.MessagingApiBlobClient({
      channelAccessToken: await token.current(),
      baseURL: settings.LINE_DATA_API_BASE_URL,
    });
  return {
    botInfo: async () => (await api()).getBotInfo(),
    webhook: async () => unlessMissing((await api()).getWebhookEndpoint()),
    setWebhook: async (endpoint) => void (await (await api()).setWebhookEndpoint({ endpoint })),
    async testWebhook() {
      const result = await (await api()).testWebhookEndpoint({});
      return {
        success: result.success === true,
        statusCode: result.statusCode,
        reason: result.reason,
        detail: result.detail,
      };
    },
    listMenus: async () => (await (await api()).getRichMenuList()).richmenus,
    createMenu: async (request) => (await (await api()).createRichMenu(request)).richMenuId,
    async hasImage(richMenuId) {
      const stream = await unlessMissing((await blobs()).getRichMenuImage(richMenuId));
      stream?.destroy();
      return stream !== null;
    },
    setImage: async (richMenuId, png) =>
      void (await (
        await blobs()
      ).setRichMenuImage(richMenuId, new Blob([new Uint8Array(png)], { type: "image/png" }))),
    defaultMenu: async () => (await unlessMissing((await api()).getDefaultRichMenuId()))?.richMenuId ?? null,
    setDefaultMenu: async (richMenuId) => void (await (await api()).setDefaultRichMenu(richMenuId)),
    aliasTarget: async (alias) =>
      (await unlessMissing((await api()).getRichMenuAlias(alias)))?.richMenuId ?? null,
    async pointAlias(alias, richMenuId, exists) {
      const client = await api();
      if (exists) await client.updateRichMenuAlias(alias, { richMenuId });
      else await client.createRichMenuAlias({ richMenuAliasId: alias, richMenuId });
    },
    deleteMenu: async (richMenuId) => void (await (await api()).deleteRichMenu(richMenuId)),
  };
}
