export const BINDING_REFUSED = {
  gone: "このLINEの登録は、すでに解除されています。一覧を読み直しました。",
} as const;
