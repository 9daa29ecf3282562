export * from "./city";
export * from "./conversations";
export * from "./friends";
export * from "./line";
export * from "./outbox";
export * from "./reports";
export * from "./staff";
