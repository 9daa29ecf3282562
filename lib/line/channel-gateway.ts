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
  listMenus: () => Promise<messagingApi.RichMenuResponse[]>;
  createMenu: (request: messagingApi.RichMenuRequest) => Promise<string>;
  hasImage: (richMenuId: string) => Promise<boolean>;
  setImage: (richMenuId: string, png: Buffer) => Promise<void>;
  defaultMenu: () => Promise<string | null>;
  setDefaultMenu: (richMenuId: string) => Promise<void>;
  listAliases: () => Promise<{ alias: string; richMenuId: string }[]>;
  pointAlias: (alias: string, richMenuId: string, exists: boolean) => Promise<void>;
  deleteAlias: (alias: string) => Promise<void>;
  deleteMenu: (richMenuId: string) => Promise<void>;
  /**
   * Gives the common menu back to everybody who has one of these as their own; LINE does it after answering. 3 an hour.
   * `resumeKey`: the same call again goes on where it stopped. Answers the request's id, under which LINE tells how far it
   * is; null: it named none.
   */
  unlinkFrom: (richMenuIds: readonly string[], resumeKey: string) => Promise<string | null>;
  /** How far LINE is with it. 100 an hour. */
  unlinkProgress: (requestId: string) => Promise<UnlinkPhase>;
};

/** `unknown`: LINE does not know the request, or not any more. `failed`: some residents may have been reached all the same. */
export type UnlinkPhase = "ongoing" | "succeeded" | "failed" | "unknown";

async function unlessMissing<T>(call: Promise<T>, missing: readonly number[] = [404]): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof HTTPFetchError && missing.includes(error.status)) return null;
    throw error;
  }
}

export function createChannelGateway(settings: Settings): ChannelGateway {
  const token = createTokenSource(settings);
  const heard = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (error instanceof HTTPFetchError && error.status === 401) token.forget();
      throw error;
    }
  };
  const api = async <T>(call: (client: messagingApi.MessagingApiClient) => Promise<T>): Promise<T> => {
    const channelAccessToken = await token.current();
    return heard(
      call(new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: settings.LINE_API_BASE_URL })),
    );
  };
  const blobs = async <T>(call: (client: messagingApi.MessagingApiBlobClient) => Promise<T>): Promise<T> => {
    const channelAccessToken = await token.current();
    const baseURL = settings.LINE_DATA_API_BASE_URL;
    return heard(call(new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL })));
  };
  return {
    botInfo: () => api((line) => line.getBotInfo()),
    webhook: () => unlessMissing(api((line) => line.getWebhookEndpoint())),
    setWebhook: async (endpoint) => void (await api((line) => line.setWebhookEndpoint({ endpoint }))),
    async testWebhook() {
      const result = await api((line) => line.testWebhookEndpoint({}));
      return {
        success: result.success === true,
        statusCode: result.statusCode,
        reason: result.reason,
        detail: result.detail,
      };
    },
    listMenus: async () => (await api((line) => line.getRichMenuList())).richmenus,
    createMenu: async (request) => (await api((line) => line.createRichMenu(request))).richMenuId,
    async hasImage(richMenuId) {
      const stream = await unlessMissing(blobs((line) => line.getRichMenuImage(richMenuId)));
      stream?.destroy();
      return stream !== null;
    },
    setImage: async (richMenuId, png) => {
      const image = new Blob([new Uint8Array(png)], { type: "image/png" });
      await blobs((line) => line.setRichMenuImage(richMenuId, image));
    },
    defaultMenu: async () =>
      (await unlessMissing(api((line) => line.getDefaultRichMenuId())))?.richMenuId ?? null,
    setDefaultMenu: async (richMenuId) => void (await api((line) => line.setDefaultRichMenu(richMenuId))),
    listAliases: async () =>
      (await api((line) => line.getRichMenuAliasList())).aliases.map(({ richMenuAliasId, richMenuId }) => ({
        alias: richMenuAliasId,
        richMenuId,
      })),
    pointAlias: async (alias, richMenuId, exists) =>
      void (await api((line) =>
        exists
          ? line.updateRichMenuAlias(alias, { richMenuId })
          : line.createRichMenuAlias({ richMenuAliasId: alias, richMenuId }),
      )),
    deleteAlias: async (alias) => void (await unlessMissing(api((line) => line.deleteRichMenuAlias(alias)))),
    deleteMenu: async (richMenuId) =>
      void (await unlessMissing(api((line) => line.deleteRichMenu(richMenuId)))),
    unlinkFrom: async (richMenuIds, resumeRequestKey) => {
      const operations = richMenuIds.map((from) => ({ type: "unlink" as const, from }));
      const { httpResponse } = await api((line) =>
        line.richMenuBatchWithHttpInfo({ operations, resumeRequestKey }),
      );
      return httpResponse.headers.get("x-line-request-id");
    },
    unlinkProgress: async (requestId) =>
      (
        await unlessMissing(
          api((line) => line.getRichMenuBatchProgress(requestId)),
          [400, 404],
        )
      )?.phase ?? "unknown",
  };
}
