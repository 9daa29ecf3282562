import type { Metadata } from "next";
import { ChannelView } from "@/components/channel/channel-view";
import { channelLabels } from "@/components/channel/labels";
import { loadChannel } from "@/lib/delivery/loaders";

export const metadata: Metadata = { title: channelLabels.title };

export default async function ChannelPage() {
  const { now, ...channel } = await loadChannel();
  return <ChannelView channel={channel} now={now} />;
}
