import { graphemes } from "@/lib/core/text";
import type { LineMessage, QuickAction } from "../message";

/**
 * What LINE would refuse in these messages, from the Messaging API reference and not from our own constants: a shared
 * number would hide a shared mistake. Empty: nothing.
 */
export function refusals(messages: readonly LineMessage[]): string[] {
  const found: string[] = [];
  const check = (isFine: boolean, what: string) => {
    if (!isFine) found.push(what);
  };
  const label = (text: string) => check(graphemes(text) >= 1 && graphemes(text) <= 20, `label: ${text}`);

  const action = (one: QuickAction) => {
    label(one.label);
    if ("data" in one) check(one.data.length >= 1 && one.data.length <= 300, `data: ${one.data}`);
    if (one.type === "postback" && one.displayText !== undefined) {
      check(
        graphemes(one.displayText) >= 1 && graphemes(one.displayText) <= 300,
        `displayText: ${one.displayText}`,
      );
    }
    if (one.type === "uri")
      check(/^(https?|line|tel):\S+$/.test(one.uri) && one.uri.length <= 1000, `uri: ${one.uri}`);
    if (one.type === "datetimepicker") {
      const shape = one.mode === "date" ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
      for (const value of [one.initial, one.max, one.min]) {
        check(value === undefined || shape.test(value), `picker: ${value}`);
      }
      check(
        (one.min ?? "") <= (one.initial ?? "9") && (one.initial ?? "") <= (one.max ?? "9"),
        "picker: min, initial, max",
      );
    }
  };

  check(messages.length <= 5, `${messages.length} messages`);
  messages.forEach((message, i) => {
    const quick = message.quickReply?.items ?? [];
    check(quick.length === 0 || i === messages.length - 1, "quick replies on a message that is not the last");
    check(quick.length <= 13, `${quick.length} quick replies`);
    check(message.quickReply === undefined || quick.length >= 1, "empty quick replies");
    for (const item of quick) action(item.action);
    if (message.type === "text") {
      check(message.text.length >= 1 && message.text.length <= 5000, `text of ${message.text.length}`);
      check(message.text.isWellFormed(), "lone surrogate");
      return;
    }
    const { template } = message;
    check(message.altText.length >= 1 && message.altText.length <= 1500, "altText");
    check(
      graphemes(template.text) >= 1 && graphemes(template.text) <= (template.title ? 60 : 160),
      "template text",
    );
    check(template.actions.length >= 1 && template.actions.length <= 4, `${template.actions.length} actions`);
    for (const one of template.actions) action(one);
  });
  return found;
}
