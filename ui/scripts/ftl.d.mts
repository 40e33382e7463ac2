import type { Plugin } from "vite";

export interface Shape {
  args: Map<string, "number" | "text">;
  tags: Set<string>;
}
export const LOCALES: string;
export const LANGUAGES: string[];
export function areasOf(language: string): string[];
export function messagesOf(language: string, area: string): Map<string, Shape>;
export function types(): string;
export function packed(language: string, area: string): string;
export function withEnglish(text: string, english: string): string;
export function ftl(): Plugin;
