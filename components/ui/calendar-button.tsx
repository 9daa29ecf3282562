"use client";

import { parseDate } from "@internationalized/date";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from "react-aria-components";
import { Icon } from "./icon";
import { uiLabels } from "./labels";

const ARROW =
  "inline-flex size-9 items-center justify-center rounded-6 text-muted data-hovered:bg-hover data-disabled:text-subtle";

/** The calendar beside a typed date. Values are ISO dates. */
export function CalendarButton({
  label,
  value,
  min,
  max,
  disabled,
  onChoose,
}: {
  /** Of the field beside it: a form may have several. */
  label?: string;
  value: string | null;
  min?: string;
  max?: string;
  disabled?: boolean;
  onChoose: (iso: string) => void;
}) {
  const name = label ? uiLabels.openCalendarOf(label) : uiLabels.openCalendar;
  return (
    <DialogTrigger>
      <Button
        aria-label={name}
        isDisabled={disabled}
        className="absolute right-1 inline-flex size-8 items-center justify-center rounded-6 text-muted data-hovered:bg-hover"
      >
        <Icon name="calendar" size={20} />
      </Button>
      <Popover placement="bottom end" className="rounded-8 border border-line bg-raised p-3 shadow-overlay">
        <Dialog aria-label={name} className="outline-none">
          {({ close }) => (
            <Calendar
              aria-label={name}
              autoFocus
              value={value ? parseDate(value) : null}
              minValue={min ? parseDate(min) : undefined}
              maxValue={max ? parseDate(max) : undefined}
              onChange={(date) => {
                onChoose(date.toString().slice(0, 10));
                close();
              }}
            >
              <header className="mb-1 flex items-center justify-between gap-2">
                <Button slot="previous" aria-label={uiLabels.previousMonth} className={ARROW}>
                  <Icon name="chevron-left" />
                </Button>
                <Heading className="text-base font-bold" />
                <Button slot="next" aria-label={uiLabels.nextMonth} className={ARROW}>
                  <Icon name="chevron-right" />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>
                  {(day) => (
                    <CalendarHeaderCell className="size-9 text-sm font-normal text-muted">
                      {day}
                    </CalendarHeaderCell>
                  )}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => (
                    <CalendarCell
                      date={date}
                      className="grid size-9 cursor-default place-items-center rounded-6 text-sm tabular outline-offset-0 data-hovered:bg-hover data-outside-month:invisible data-unavailable:text-subtle data-disabled:text-subtle data-selected:bg-accent data-selected:text-on-accent pointer-coarse:size-11"
                    />
                  )}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
