import { type Language, say } from "@/lib/scenarios/language";
import type { StepOf } from "@/lib/scenarios/schema";
import { joined } from "./asked";
import { type LineMessage, textMessage } from "./message";
import { BUTTONS } from "./messages";
import type { Bot } from "./talk";

/** The city's phones that a stop names: their numbers as text and as buttons to call. */
export function stopMessages(bot: Bot, step: StepOf<"stop">, language: Language): LineMessage[] {
  const phones = step.phones
    .map((key) => bot.city.phones.find((phone) => phone.key === key))
    .filter((phone) => phone !== undefined);
  const lines = phones.map((p) => `${say(p.label, language)}\n☎ ${p.number}（${say(p.hours, language)}）`);
  const text = textMessage(joined(say(step.text, language), ...lines));
  if (phones.length === 0) return [text];
  const title = phones.length === 1 ? say(BUTTONS.call, language) : null;
  return [
    text,
    {
      type: "template",
      altText: phones.map((p) => `${say(p.label, language)} ${p.number}`).join(" / "),
      template: {
        type: "buttons",
        text: phones.map((p) => `${say(p.label, language)} ${p.number}`).join("\n"),
        actions: phones.map((p) => ({
          type: "uri" as const,
          label: title ?? say(p.label, language),
          uri: `tel:${encodeURIComponent(p.number.replaceAll("-", ""))}`,
        })),
      },
    },
  ];
}
