/**
 * The one door to the core. Everything else in the window imports from here, never from Tauri or the generated file,
 * so tests and stories can put a fake core behind the same door.
 */
import { t } from "../words/fluent.svelte";
import { commands as realCommands, events as realEvents } from "./bindings";
import type * as core from "./bindings";

/** A value as the core sends it: complete, whatever fields may be left out on the way in. */
type Sent<T> = T extends (infer Item)[] ? Sent<Item>[] : T extends object ? { [K in keyof T]-?: Sent<T[K]> } : T;

type Command<F> = F extends (...args: infer A) => Promise<infer R> ? (...args: A) => Promise<Sent<R>> : never;
type EventName = keyof typeof realEvents;
type Payload<N extends EventName> = Parameters<(typeof realEvents)[N]["listen"]>[0] extends (event: infer E) => void
  ? E extends { payload: infer P }
    ? Sent<P>
    : never
  : never;

/** Every command of the core. A refusal rejects with an {@link AppError}. */
export type Commands = { [K in keyof typeof realCommands]: Command<(typeof realCommands)[K]> };

/** Calls `heard` for every event of that name until the returned function is called. */
export type Listen = <N extends EventName>(name: N, heard: (payload: Payload<N>) => void) => Promise<() => void>;

const listenToCore: Listen = (name, heard) =>
  realEvents[name].listen((event: { payload: unknown }) => heard(event.payload as never));

export let commands = realCommands as Commands;
export let listen = listenToCore;

/** Puts another core behind the door. Only for tests and stories, before anything is mounted. */
export function replaceCore(fake: { commands: Commands; listen: Listen }): void {
  commands = fake.commands;
  listen = fake.listen;
}

/** The refusal in `thrown`, or an honest sentence when the core itself could not be reached. */
export function asAppError(thrown: unknown): AppError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown)
    return thrown as AppError;
  return {
    code: "INTERNAL",
    message: t("app-no-answer"),
    field: null,
  };
}

export type AccountDevice = Sent<core.AccountDevice>;
export type ActivityCheck = Sent<core.ActivityCheck>;
export type ActivityEntryView = Sent<core.ActivityEntryView>;
export type ActivityFilter = Sent<core.ActivityFilter>;
export type AddedPictures = Sent<core.AddedPictures>;
export type AddedVideos = Sent<core.AddedVideos>;
export type AppError = Sent<core.AppError>;
export type Action = core.Action;
export type AuditAction = core.AuditAction;
export type AttachmentView = Sent<core.AttachmentView>;
export type BackupView = Sent<core.BackupView>;
export type CalendarItem = Sent<core.CalendarItem>;
export type CalendarTray = Sent<core.CalendarTray>;
export type CapHours = Sent<core.CapHours>;
export type Checklist = Sent<core.Checklist>;
export type ConflictView = Sent<core.ConflictView>;
export type ConnectionView = Sent<core.ConnectionView>;
export type CountryView = Sent<core.CountryView>;
export type CreatorInfo = Sent<core.CreatorInfo>;
export type DataView = Sent<core.DataView>;
export type DeletedView = Sent<core.DeletedView>;
export type DeliveryProgress = Sent<core.DeliveryProgress>;
export type DeliveryView = Sent<core.DeliveryView>;
export type Disconnected = Sent<core.Disconnected>;
export type DoctorLine = Sent<core.DoctorLine>;
export type DoctorRemedy = core.DoctorRemedy;
export type DraftFields = Sent<core.DraftFields>;
export type DraftSummary = Sent<core.DraftSummary>;
export type ElsewhereView = Sent<core.ElsewhereView>;
export type DraftView = Sent<core.DraftView>;
export type DropHover = Sent<core.DropHover>;
export type EntryDetailsView = Sent<core.EntryDetailsView>;
export type EntryKind = core.EntryKind;
export type EntryState = core.EntryState;
export type EntryView = Sent<core.EntryView>;
export type ExportFormat = core.ExportFormat;
export type Field = core.Field;
export type FieldChange = Sent<core.FieldChange>;
export type FileView = Sent<core.FileView>;
export type Finding = Sent<core.Finding>;
export type Group = core.Group;
export type HelpLink = core.HelpLink;
export type KeptView = Sent<core.KeptView>;
export type LibraryFilter = Sent<core.LibraryFilter>;
export type LibraryOrder = core.LibraryOrder;
export type LinkView = Sent<core.LinkView>;
export type MediaFacts = Sent<core.MediaFacts>;
export type Piece = core.Piece;
export type OutcomeKind = core.OutcomeKind;
export type Notice = Sent<core.Notice>;
export type NoticeSettings = Sent<core.NoticeSettings>;
export type Overview = Sent<core.Overview>;
export type PendingEdit = Sent<core.PendingEdit>;
export type PictureView = Sent<core.PictureView>;
export type Place = Sent<core.Place>;
export type Platform = core.Platform;
export type PlaylistChoice = core.PlaylistChoice;
export type PlaylistView = Sent<core.PlaylistView>;
export type PresetSettings = Sent<core.PresetSettings>;
export type PresetView = Sent<core.PresetView>;
export type PostDraftView = Sent<core.PostDraftView>;
export type PostsView = Sent<core.PostsView>;
export type PostView = Sent<core.PostView>;
export type ProfileView = Sent<core.ProfileView>;
export type Receipt = Sent<core.Receipt>;
export type Reason = Sent<core.Reason>;
export type Remedy = core.Remedy;
export type RestoreView = Sent<core.RestoreView>;
export type Rhythm = Sent<core.Rhythm>;
export type Right = Sent<core.Right>;
export type RowError = Sent<core.RowError>;
export type RowKind = core.RowKind;
export type RowsView = Sent<core.RowsView>;
export type ServiceView = Sent<core.ServiceView>;
export type Settings = Sent<core.Settings>;
export type Settling = core.Settling;
export type ShareTarget = core.ShareTarget;
export type SignInEnded = Sent<core.SignInEnded>;
export type SignInOutcome = core.SignInOutcome;
export type SignInView = Sent<core.SignInView>;
export type SnippetView = Sent<core.SnippetView>;
export type StepView = Sent<core.StepView>;
export type StillView = Sent<core.StillView>;
export type SyncState = core.SyncState;
export type SyncStatus = Sent<core.SyncStatus>;
export type Slot = Sent<core.Slot>;
export type Theme = core.Theme;
export type UploadSettings = Sent<core.UploadSettings>;
export type VersionsView = Sent<core.VersionsView>;
export type VersionView = Sent<core.VersionView>;
export type VideoType = core.VideoType;
export type VideoView = Sent<core.VideoView>;
export type WelcomeStep = core.WelcomeStep;
export type WelcomeView = Sent<core.WelcomeView>;
export type WallTime = Sent<core.WallTime>;
export type WorkView = Sent<core.WorkView>;
export type YoutubePrivacy = core.YoutubePrivacy;

/** What the core calls a page until its maker has named it, in every language: it is never shown. */
export const UNNAMED = "My page";
