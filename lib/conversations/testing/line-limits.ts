import { newFindings } from "@/lib/sandbox/limits/findings";
import { checkMessages } from "@/lib/sandbox/limits/messages";
import type { LineMessage } from "../message";

/**
 * What LINE would refuse in these messages, by the sandbox's own checks and not by our constants: a shared number would
 * hide a shared mistake. And what LINE takes but nobody would see. Empty: nothing.
 */
export function refusals(messages: readonly LineMessage[]): string[] {
  if (messages.length === 0) return [];
  const findings = newFindings();
  checkMessages(findings, { messages });
  const found = findings.list.map(({ property, message }) => `${property}: ${message}`);
  if (findings.wrongType) found.push(`wrong type: ${findings.wrongType}`);
  if (!JSON.stringify(messages).isWellFormed() || JSON.stringify(messages).includes("\\ud"))
    found.push("lone surrogate");
  if (messages.slice(0, -1).some((message) => message.quickReply))
    found.push("quick replies on a message that is not the last");
  return found;
}
