import { invoke as __TAURI_INVOKE } from "@tauri-apps/api/core";
import * as __TAURI_EVENT from "@tauri-apps/api/event";

/** Commands */
export const commands = {
	overview: () => __TAURI_INVOKE<Overview>("overview"),
	addVideos: () => __TAURI_INVOKE<AddedVideos>("add_videos"),
	draft: (id: DraftId) => __TAURI_INVOKE<DraftView>("draft", { id }),
	saveDraft: (id: DraftId, fields: DraftFields) => __TAURI_INVOKE<DraftView>("save_draft", { id, fields }),
	deleteDraft: (id: DraftId) => __TAURI_INVOKE<null>("delete_draft", { id }),
	restoreDraft: (id: DraftId) => __TAURI_INVOKE<null>("restore_draft", { id }),
	locateFile: (id: DraftId) => __TAURI_INVOKE<DraftView>("locate_file", { id }),
	setStill: (id: DraftId, jpegBase64: string) => __TAURI_INVOKE<null>("set_still", { id, jpegBase64 }),
	creatorInfo: (id: DraftId) => __TAURI_INVOKE<CreatorInfo>("creator_info", { id }),
	publish: (id: DraftId, tiktokConsent: boolean) => __TAURI_INVOKE<DeliveryView[]>("publish", { id, tiktokConsent }),
	pause: (id: DeliveryId) => __TAURI_INVOKE<null>("pause", { id }),
	resume: (id: DeliveryId) => __TAURI_INVOKE<null>("resume", { id }),
	cancel: (id: DeliveryId) => __TAURI_INVOKE<null>("cancel", { id }),
	undoCancel: (id: DeliveryId) => __TAURI_INVOKE<null>("undo_cancel", { id }),
	retry: (id: DeliveryId) => __TAURI_INVOKE<null>("retry", { id }),
	dismiss: (id: DeliveryId) => __TAURI_INVOKE<null>("dismiss", { id }),
	videos: () => __TAURI_INVOKE<VideoView[]>("videos"),
	openVideo: (deliveryId: DeliveryId) => __TAURI_INVOKE<null>("open_video", { deliveryId }),
	copyLink: (deliveryId: DeliveryId) => __TAURI_INVOKE<null>("copy_link", { deliveryId }),
	share: (deliveryId: DeliveryId, target: ShareTarget) => __TAURI_INVOKE<null>("share", { deliveryId, target }),
	connections: () => __TAURI_INVOKE<ConnectionView[]>("connections"),
	connect: (platform: Platform) => __TAURI_INVOKE<SignInView>("connect", { platform }),
	openSignIn: (id: SignInId) => __TAURI_INVOKE<null>("open_sign_in", { id }),
	copySignInLink: (id: SignInId) => __TAURI_INVOKE<null>("copy_sign_in_link", { id }),
	cancelSignIn: (id: SignInId) => __TAURI_INVOKE<null>("cancel_sign_in", { id }),
	disconnect: (platform: Platform) => __TAURI_INVOKE<Disconnected>("disconnect", { platform }),
	openHelp: (link: HelpLink) => __TAURI_INVOKE<null>("open_help", { link }),
	settings: () => __TAURI_INVOKE<Settings>("settings"),
	saveSettings: (settings: Settings) => __TAURI_INVOKE<Settings>("save_settings", { settings }),
	doctor: () => __TAURI_INVOKE<DoctorLine[]>("doctor"),
};

/** Events */
export const events = {
	changed: makeEvent<Changed>("changed"),
	dropHover: makeEvent<DropHover>("drop-hover"),
	dropLeave: makeEvent<DropLeave>("drop-leave"),
	progress: makeEvent<Progress>("progress"),
	signInEnded: makeEvent<SignInEnded>("sign-in-ended"),
	videosAdded: makeEvent<VideosAdded>("videos-added"),
};

/* Types */
export type Action = "PAUSE" | "RESUME" | "CANCEL" | "UNDO_CANCEL" | "RETRY" | "DISMISS";
export type AddedVideos = { drafts: DraftSummary[]; refused: RefusedFile[] };
export type AppError = { code: ErrorCode; message: string; field: Field | null };
export type Changed = { tables: string[] };
export type ConnectedAccount = {
	id: ConnectionId;
	account_name: string;
	status: ConnectionStatus;
	rights: Right[];
	connected_at: string;
	last_used_at: string | null;
	renew_by: string | null;
};
export type ConnectionId = string;
export type ConnectionStatus = "CONNECTED" | "SIGN_IN_AGAIN";
export type ConnectionView = {
	platform: Platform;
	set_up: boolean;
	connection: ConnectedAccount | null;
	sign_in: SignInView | null;
	asks: Right[];
};
export type Container = "MP4" | "MOV" | "WEBM" | "MKV";
export type CreatorInfo = {
	nickname: string;
	username: string;
	privacy_options: string[];
	comment_disabled: boolean;
	duet_disabled: boolean;
	stitch_disabled: boolean;
	max_duration_s: number;
};
export type DeliveryId = string;
export type DeliveryProgress = {
	id: DeliveryId;
	confirmed_bytes: number | null;
	total_bytes: number | null;
	speed_bytes_s: number | null;
	left_s: number | null;
};
export type DeliveryState =
	| { state: "WAITING"; why: Wait; until: string | null }
	| { state: "PREPARING" }
	| { state: "UPLOADING" }
	| { state: "PROCESSING"; stage: Stage }
	| { state: "PUBLISHED"; url: string; exact: boolean }
	| { state: "NEEDS_ATTENTION"; reason: Reason }
	| { state: "FAILED"; reason: Reason }
	| { state: "PAUSED" }
	| { state: "CANCELLED" }
	| { state: "UNCONFIRMED" };
export type DeliveryView = {
	id: DeliveryId;
	publication_id: PublicationId;
	draft_id: DraftId | null;
	platform: Platform;
	account_name: string | null;
	title: string;
	still: string | null;
	video_type: VideoType;
	state: DeliveryState;
	group: Group;
	explanation: Explanation | null;
	total_bytes: number | null;
	confirmed_bytes: number | null;
	speed_bytes_s: number | null;
	left_s: number | null;
	actions: Action[];
	created_at: string;
	updated_at: string;
};
export type Disconnected = {
	platform: Platform;
	stopped: number;
	revoked: boolean;
	message: string;
	link: HelpLink | null;
};
export type DoctorLine = { name: string; ok: boolean; found: string; fix: string | null };
export type DraftFields = {
	title: string;
	description: string;
	tags: string[];
	video_type: VideoType | null;
	targets: Platform[];
	youtube: YoutubeFields;
	tiktok: TiktokFields;
};
export type DraftId = string;
export type DraftSummary = {
	id: DraftId;
	title: string;
	file_name: string | null;
	still: string | null;
	targets: Platform[];
	updated_at: string;
};
export type DraftView = {
	id: DraftId;
	fields: DraftFields;
	file: FileView | null;
	updated_at: string;
	findings: Finding[];
	predicted_type: VideoType | null;
};
export type DropHover = { videos: number; others: number };
export type DropLeave = Record<string, never>;
export type ErrorCode = "NOT_FOUND" | "BAD_INPUT" | "NEEDS_MAKER" | "NOT_NOW" | "TRY_LATER" | "INTERNAL";
export type Explanation = { what: string; next: string; remedy: Remedy };
export type Field =
	| "FILE"
	| "TARGETS"
	| "TITLE"
	| "DESCRIPTION"
	| "TAGS"
	| "CAPTION"
	| "PRIVACY"
	| "AUDIENCE"
	| "AI_MADE"
	| "DISCLOSURE"
	| "CONNECTION";
export type FileView = {
	name: string;
	facts: MediaFacts;
	trouble: string | null;
	preview_url: string | null;
	still: string | null;
};
export type Finding = { level: Level; platform: Platform | null; field: Field; message: string };
export type Group = "NEEDS_YOU" | "NOW" | "WAITING" | "DONE";
export type HelpLink =
	| "TIKTOK_MUSIC_USAGE"
	| "TIKTOK_BRANDED_CONTENT"
	| "GOOGLE_CONNECTIONS"
	| "TIKTOK_SETTINGS"
	| "YOUTUBE_CREATE_CHANNEL";
export type KeyringState = "READY" | "LOCKED" | "UNAVAILABLE";
export type KeyringView = { state: KeyringState; message: string };
export type Level = "ERROR" | "WARNING";
export type MediaFacts = {
	container: Container;
	size_bytes: number | null;
	duration_s: number | null;
	width: number | null;
	height: number | null;
	codec: string | null;
	fps: number | null;
};
export type Overview = {
	deliveries: DeliveryView[];
	drafts: DraftSummary[];
	offline_since: string | null;
	waiting_uploads: number;
	keyring: KeyringView;
};
export type Platform = "YOUTUBE" | "TIKTOK";
export type Progress = { items: DeliveryProgress[] };
export type PublicationId = string;
export type Reason = { code: ReasonCode; platform_words: string | null };
export type ReasonCode =
	| "FILE_MISSING"
	| "FILE_CHANGED"
	| "FILE_UNREADABLE"
	| "NOT_CONNECTED"
	| "SIGN_IN_AGAIN"
	| "MISSING_SCOPE"
	| "KEYRING_LOCKED"
	| "KEYRING_UNAVAILABLE"
	| "NO_CHANNEL"
	| "ACCOUNT_REFUSED"
	| "DETAILS_REFUSED"
	| "PRIVACY_NOT_OFFERED"
	| "PRIVATE_ACCOUNTS_ONLY"
	| "POSTING_LIMIT"
	| "UPLOAD_WINDOW_CLOSED"
	| "SESSION_LOST"
	| "PROCESSING_REFUSED"
	| "REJECTED_BY_PLATFORM"
	| "ACCESS_REMOVED"
	| "REFUSED_BY_PLATFORM"
	| "ODD_ANSWER"
	| "NOT_SET_UP";
export type RefusedFile = { name: string; message: string };
export type Remedy = "CONNECT" | "LOCATE_FILE" | "EDIT_DRAFT" | "RETRY" | "NONE";
export type Right = { scope: string; means: string; granted: boolean };
export type Settings = { theme: Theme; time_zone: string | null; machine_zone: string };
export type ShareTarget = "EMAIL" | "WHATSAPP" | "TELEGRAM" | "X";
export type SignInEnded = { id: SignInId; platform: Platform; outcome: SignInOutcome; message: string };
export type SignInId = string;
export type SignInOutcome =
	| "CONNECTED"
	| "CONNECTED_WITH_LESS"
	| "REFUSED"
	| "CANCELLED"
	| "TIMED_OUT"
	| "NO_NETWORK"
	| "KEYRING"
	| "PLATFORM_REFUSED";
export type SignInView = { id: SignInId; platform: Platform; authorize_url: string; expires_at: string };
export type Stage = "WORKING" | "AWAITING_ADDRESS" | "IN_INBOX";
export type Theme = "SYSTEM" | "LIGHT" | "DARK";
export type TiktokFields = {
	caption: string | null;
	privacy: string | null;
	allow_comment: boolean;
	allow_duet: boolean;
	allow_stitch: boolean;
	commercial: boolean;
	your_brand: boolean;
	branded_content: boolean;
	ai_generated: boolean | null;
	to_inbox: boolean;
};
export type VideoId = string;
export type VideoType = "SHORT" | "LONG" | "DEMO";
export type VideoView = {
	id: VideoId;
	title: string;
	url: string;
	thumbnail_url: string | null;
	still: string | null;
	duration_s: number | null;
	platform: Platform;
	video_type: VideoType;
	created_at: string;
};
export type VideosAdded = AddedVideos;
export type Wait = "TURN" | "NETWORK" | "PLATFORM" | "QUOTA" | "ACCOUNT_LIMIT";
export type YoutubeFields = {
	title: string | null;
	description: string | null;
	privacy: YoutubePrivacy | null;
	made_for_kids: boolean | null;
	synthetic: boolean | null;
	category_id: string | null;
	quiet: boolean;
};
export type YoutubePrivacy = "public" | "unlisted" | "private";

/* Tauri Specta runtime */
function makeEvent<T>(name: string) {
	return {
		listen: (cb: __TAURI_EVENT.EventCallback<T>) => __TAURI_EVENT.listen<T>(name, cb),
		once: (cb: __TAURI_EVENT.EventCallback<T>) => __TAURI_EVENT.once<T>(name, cb),
	};
}
