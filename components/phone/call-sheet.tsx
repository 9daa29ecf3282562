"use client";
import { Phone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { phoneLabels as t } from "./labels";
import styles from "./phone.module.css";
import { Sheet } from "./sheet";

/** A telephone number, large. Nothing is dialled from here. */
export function CallSheet({
  number,
  onClose,
  onCopy,
}: {
  number: string;
  onClose: () => void;
  onCopy: () => void;
}) {
  return (
    <Sheet
      title={t.call.title}
      onClose={onClose}
      footer={
        <Button className="w-full" icon="copy" onPress={onCopy}>
          {t.call.copy}
        </Button>
      }
    >
      <p className={styles.callNumber}>
        <Phone aria-hidden size={28} />
        {number}
      </p>
      <p className={styles.note}>{t.call.note}</p>
    </Sheet>
  );
}
