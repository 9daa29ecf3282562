import { moment } from "@/components/staff/date-words";
import { Panel } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { ChannelView as Channel } from "@/lib/delivery/view";
import { ChannelButton } from "./channel-buttons";
import { channelLabels as words } from "./labels";

const TONE = { "not-armed": "danger", paused: "danger", breaker: "warning", ok: "success" } as const;

function factsOf(channel: Channel, now: Date) {
  const { armedAt, pausedAt, breaker, sending } = channel;
  const reason = words.reasons[channel.pausedReason ?? ""] ?? channel.pausedReason ?? "";
  return [
    {
      key: "armed",
      label: words.armed,
      value: armedAt && channel.notArmed === null ? words.armedAt(moment(armedAt, now)) : words.notArmedShort,
    },
    {
      key: "channel",
      label: words.channel,
      value: pausedAt ? words.channelPaused(moment(pausedAt, now), reason) : words.works,
    },
    {
      key: "breaker",
      label: words.breaker,
      value: breaker ? words.breakerOpen(breaker.failures) : words.answers,
    },
    { key: "rate", label: words.rate, value: channel.slowUntil ? words.slow : words.normal },
    {
      key: "sending",
      label: words.sending,
      value: sending.broadcasts > 0 ? words.sendingNow(sending.broadcasts, sending.waiting) : words.nothing,
    },
  ];
}

export function ChannelView({ channel, now }: { channel: Channel; now: Date }) {
  const { trouble, notArmed, held } = channel;
  const lines = [
    held.late > 0 && words.late(held.late),
    held.grown > 0 && words.grown(held.grown),
    held.short > 0 && words.short(held.short),
    held.altered > 0 && words.altered(held.altered),
    held.stalled > 0 && words.stalled(held.stalled),
    held.paused > 0 && words.paused(held.paused),
  ].filter((line) => line !== false);
  const act = trouble === "not-armed" ? "arm" : trouble === "paused" ? "resume" : null;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 md:px-8">
      <PageHeader title={words.title} lead={words.lead} />
      <Panel title={words.now}>
        <Notice tone={TONE[trouble]} title={words.headline[trouble]}>
          {notArmed && <p>{words.notArmed[notArmed]}</p>}
          <p>{words.why[trouble]}</p>
        </Notice>
        {act && (
          <div className="mt-4">
            {channel.mayManage ? <ChannelButton act={act} /> : <p>{words.administratorOnly}</p>}
          </div>
        )}
      </Panel>
      <Panel title={words.facts}>
        <KeyValueList items={factsOf(channel, now)} />
      </Panel>
      <Panel title={words.waiting}>
        {lines.length === 0 ? (
          <p className="text-muted">{words.nothing}</p>
        ) : (
          <ul className="list-disc pl-6">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}
