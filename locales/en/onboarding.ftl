onboarding-part = Part { $place } of { $count }

# What this is

onboarding-hello = Publish your videos from your own disk
onboarding-promise = Your videos stay on this computer. We keep only the link the platform gives back.
onboarding-start = Start without an account
onboarding-start-text = Drafts, uploads and your calendar work at once, here on this computer.
onboarding-sign-in = Sign in
onboarding-sign-in-text = Keeps your devices in step and puts your page online. You can do this later.
onboarding-sample = Try with a sample
onboarding-skip = Skip this
onboarding-sample-text = The sample is a short video in a draft, marked as one. One click takes it away.

# Who somebody is

onboarding-you = Who are you?
onboarding-you-text = Three questions for your page. Leave out what you like: all of it can be changed later.
onboarding-name = Your name, or that of your workshop
onboarding-name-hint = What people know you by
onboarding-trade = What do you do?
onboarding-driver = Driver
onboarding-agent = Agent
onboarding-artisan = Artisan
onboarding-back = Back
onboarding-next = Continue
onboarding-leave-out = Skip

# Where somebody publishes

onboarding-platforms = Where do you publish?
onboarding-platforms-text = You sign in on the platform’s own page, in your browser, and can take it back at any time. Below is exactly what will be asked for, and what each right is for. Everything but publishing works without it.
onboarding-platforms-reading = The platforms are being read
onboarding-done = Done
onboarding-later = Later

# What everybody does first

onboarding-steps = First steps
onboarding-steps-done = { $done } of { $all }
onboarding-steps-dismiss = Dismiss this list
onboarding-step-done = : done
onboarding-step-profile = Give your page a name
onboarding-step-profile-text = What people know you by
onboarding-step-service = Add a service
onboarding-step-service-text = What you offer, and for how much
onboarding-step-connection = Connect a platform
onboarding-step-connection-text = YouTube or TikTok may then post for you
onboarding-step-publication = Publish something
onboarding-step-publication-text = Add a video, or drop one on this window

# The sample

onboarding-sample-note = This is the sample
onboarding-sample-note-text = Try everything: the words, the platforms’ tabs, the cover. It cannot be published.
