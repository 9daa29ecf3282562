"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { useRefresh } from "@/components/ui/use-refresh";
import { armChannelAction, resumeChannelAction } from "@/lib/delivery/actions";
import { channelLabels } from "./labels";

const ACTS = {
  arm: {
    action: armChannelAction,
    button: channelLabels.arm,
    title: channelLabels.armTitle,
    text: channelLabels.armText,
    confirm: channelLabels.armConfirm,
    done: channelLabels.armDone,
  },
  resume: {
    action: resumeChannelAction,
    button: channelLabels.resume,
    title: channelLabels.resumeTitle,
    text: channelLabels.resumeText,
    confirm: channelLabels.resumeConfirm,
    done: channelLabels.resumeDone,
  },
};

/** What an administrator can do about it, asked once more first: it concerns every resident. */
export function ChannelButton({ act }: { act: keyof typeof ACTS }) {
  const { action, button, title, text, confirm, done } = ACTS[act];
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const toast = useToast();
  const refresh = useRefresh();
  const perform = () =>
    start(async () => {
      const result = await action({});
      setOpen(false);
      if (result.ok) toast(done, "success");
      else toast(result.message, "danger");
      refresh();
    });
  return (
    <>
      <Button variant="primary" onPress={() => setOpen(true)}>
        {button}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={title}
        confirm={confirm}
        pending={pending}
        onConfirm={perform}
      >
        <p>{text}</p>
      </ConfirmDialog>
    </>
  );
}
