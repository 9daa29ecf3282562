"use client";
import { BatteryMedium, SignalHigh, Wifi } from "lucide-react";
import { useEffect, useState } from "react";
import { clock } from "@/lib/core/time";
import styles from "./phone.module.css";

/** The strip on top of the glass. Decoration: the time is the talk's own. */
export function StatusBar() {
  const [now, setNow] = useState<string>("");
  useEffect(() => {
    const tick = () => setNow(clock(new Date()));
    tick();
    const timer = setInterval(tick, 10_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={styles.statusBar} aria-hidden>
      <span>{now}</span>
      <span className={styles.island} />
      <span className={styles.statusIcons}>
        <SignalHigh size={15} />
        <Wifi size={15} />
        <BatteryMedium size={18} />
      </span>
    </div>
  );
}
