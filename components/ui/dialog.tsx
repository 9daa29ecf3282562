"use client";

import type { ReactNode } from "react";
import { Heading, Modal, ModalOverlay, Dialog as RacDialog, Text } from "react-aria-components";
import { Button, IconButton } from "./button";
import { cx } from "./class-names";
import { uiLabels } from "./labels";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Something public or destructive: read out at once and not closed by a press outside. */
  alert?: boolean;
};

const WIDTH = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-4xl" };
const BACKDROP = "fixed inset-0 z-50 bg-backdrop animate-[fade-in_120ms]";

export function Dialog({ open, onOpenChange, title, children, footer, size = "md", alert }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={onOpenChange}
      isDismissable={!alert}
      className={cx(BACKDROP, "flex items-end justify-center sm:items-center sm:p-6")}
    >
      <Modal
        className={cx(
          "flex max-h-[92dvh] w-full flex-col rounded-t-16 bg-raised shadow-overlay animate-[rise-in_160ms_ease-out] sm:max-h-full sm:rounded-12",
          WIDTH[size],
        )}
      >
        <DialogBody {...{ title, footer, alert, onClose: () => onOpenChange(false) }}>{children}</DialogBody>
      </Modal>
    </ModalOverlay>
  );
}

export type DrawerProps = Omit<DialogProps, "size" | "alert"> & { side?: "right" | "left" | "bottom" };

const SIDE = {
  right: "ml-auto h-full w-full max-w-md animate-[slide-in-right_180ms_ease-out] sm:rounded-l-12",
  left: "mr-auto h-full w-[min(20rem,85vw)] animate-[slide-in-left_180ms_ease-out] rounded-r-12",
  bottom: "mt-auto max-h-[92dvh] w-full animate-[slide-in-bottom_180ms_ease-out] rounded-t-16",
};

/** A sheet from an edge: filters and navigation at phone width. */
export function Drawer({ open, onOpenChange, title, children, footer, side = "right" }: DrawerProps) {
  return (
    <ModalOverlay isOpen={open} onOpenChange={onOpenChange} isDismissable className={cx(BACKDROP, "flex")}>
      <Modal className={cx("flex flex-col bg-raised shadow-overlay", SIDE[side])}>
        <DialogBody {...{ title, footer, onClose: () => onOpenChange(false) }}>{children}</DialogBody>
      </Modal>
    </ModalOverlay>
  );
}

function DialogBody(
  props: Pick<DialogProps, "title" | "children" | "footer" | "alert"> & { onClose: () => void },
) {
  const { title, children, footer, alert, onClose } = props;
  return (
    <RacDialog role={alert ? "alertdialog" : "dialog"} className="flex min-h-0 flex-1 flex-col outline-none">
      <header className="flex items-start gap-3 border-b border-line py-3 pr-3 pl-5">
        <Heading slot="title" className="min-w-0 flex-1 py-1.5 text-lg font-bold leading-7">
          {title}
        </Heading>
        <IconButton icon="x" label={uiLabels.close} onPress={onClose} placement="left" />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
      {footer && (
        <footer className="flex flex-wrap justify-end gap-3 border-t border-line px-5 py-3">{footer}</footer>
      )}
    </RacDialog>
  );
}

/** What is about to happen, in a dialog that is `alert`: read out with its title. */
export const DialogText = ({ children }: { children: ReactNode }) => (
  <Text slot="description" elementType="p" className="leading-7">
    {children}
  </Text>
);

export type ConfirmDialogProps = Omit<DialogProps, "footer" | "size" | "alert"> & {
  /** Names the act, its object and number: 「3人の招待を取り消す」. */
  confirm: string;
  danger?: boolean;
  pending?: boolean;
  onConfirm: () => void;
};

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ confirm, danger, pending, onConfirm, ...dialog }: ConfirmDialogProps) {
  return (
    <Dialog
      {...dialog}
      size="sm"
      alert
      footer={
        <>
          <Button onPress={() => dialog.onOpenChange(false)}>{uiLabels.cancel}</Button>
          <Button variant={danger ? "danger" : "primary"} pending={pending} onPress={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      <Text slot="description" elementType="div">
        {dialog.children}
      </Text>
    </Dialog>
  );
}
