<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ms" sourcelanguage="en">
  <context>
    <name>CallActions</name>
    <message>
      <source>All calls with this number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dial %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CardView</name>
    <message>
      <source>Dismiss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ConnectionForm</name>
    <message>
      <source>Asking the PBX…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Domain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Given by the environment variable AGENT_DESKTOP_KEY.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept for this session only. Type it again to store it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only where call records come from another address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PBX address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report address (optional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop the test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stored in the keyring. Type a new one to replace it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test the connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The address of your PBX, as your administrator gave it to you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The company's key. It goes into this computer's keyring and is never shown again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is still missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your company's domain on the PBX.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your extension</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CurrentCall</name>
    <message>
      <source>Answered by %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DialField</name>
    <message>
      <source>Ctrl D</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dial</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number to dial</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That number was dialled a moment ago. It is not dialled twice within 3 seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type a number first.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DialSheet</name>
    <message>
      <source>Asking the PBX to dial…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dial it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not dial</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are several numbers in that. Which one?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FirstRun</name>
    <message>
      <source>Connect to your PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Four things from your administrator, and this program can show who calls and dial for you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give this address to your administrator or to VoiceCloud, as the CRM address (webhook) of your extension. The PBX calls it whenever your phone rings. Treat it like a password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If the PBX cannot reach this computer, choose “This computer asks the PBX” in the settings. You find the address there too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let the PBX tell you about calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save and go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start working</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistoryFilters</name>
    <message>
      <source>All calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From … to …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incoming</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last 30 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last 7 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outgoing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search number, queue, note…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search the history</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yesterday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Asking the PBX for its records…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear the search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for calls…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More calls could not be loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No call fits this search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No calls on these days.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No calls today yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sync now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Synced with the PBX %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistorySummary</name>
    <message>
      <source>%1 answered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 missed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 call</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistoryTable</name>
    <message>
      <source>Calls</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Agent Desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Team</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MiniWindow</name>
    <message>
      <source>Agent Desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dial</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NoteEditor</name>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note about this call. Enter keeps it, Esc does not.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NoticeBar</name>
    <message>
      <source>and %1 more</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NoticeLine</name>
    <message>
      <source>Dismiss</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NowPanel</name>
    <message>
      <source>All calls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calls at this desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for calls…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>News from the PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No call at the moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No calls yet today.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not listening yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The address that the vendor must call:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>last heard %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PastCall</name>
    <message>
      <source>Dial</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dial %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PauseButton</name>
    <message>
      <source>Pause ▾</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pausing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Releasing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without a reason</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PopWindow</name>
    <message>
      <source>+%1 more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calls</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QAbstractSpinBox</name>
    <message>
      <source>&amp;Select All</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Step up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step &amp;down</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QDialogButtonBox</name>
    <message>
      <source>OK</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>&amp;Choose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File &amp;name:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files of type:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save As</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select All</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>&amp;No</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Apply</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>OK</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select All</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QueueTiles</name>
    <message>
      <source>Queues</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Panels</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReasonMenu</name>
    <message>
      <source>Without a reason</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsForm</name>
    <message>
      <source>Discard</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was saved: one of the fields cannot be right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsPanel</name>
    <message>
      <source>About</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Appearance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pauses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Screen pop</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SpyButtons</name>
    <message>
      <source>Barge in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everybody hears you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hear the call; nobody hears you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Listen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the member hears you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whisper</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TeamModel</name>
    <message>
      <source>%1 · you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Member</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Queues</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TeamPanel</name>
    <message>
      <source>Ask again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked the PBX %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking the PBX for the team…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking the PBX…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barge in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Call %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Listen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Refresh</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Release from pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Talk to the callee only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Talk to the caller only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX names no queue with members.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX was asked to pause %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX was asked to release %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whisper to the member</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your phone rings: answer it to join the call of %1.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TeamTable</name>
    <message>
      <source>Team</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>Agent Desktop is still running.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its icon is in the tray. Quit it from there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missed calls: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>confirmed by the PBX at %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TrayMenu</name>
    <message>
      <source>Dial…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>History</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open Agent Desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resume</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WebhookAddress</name>
    <message>
      <source>Copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is none while the listener is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Webhook address for the vendor</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>desk</name>
    <message>
      <source>%1, dialled as it is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 added</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 became %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: the %2 after %3 left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1; extension %2 left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A call to this number may cost extra.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A secret is not to be copied into a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A setting is not valid.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agent Desktop %1 for the profile %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agent Desktop is already running for this profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agent Desktop is not running.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agent Desktop is not set up yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program already listens at %1, port %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program holds the call journal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for fewer days at a time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask your administrator to install the certificate's authority here, or to check the PBX address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking the PBX every %1 seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check its permissions and the free space.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that %1 and %2 are PEM files that belong together, without a password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that you may write to the folder of your profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that your phone is on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the PBX address in the settings, and the network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the PBX address in the settings; if it is right, send a report to your administrator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the certificate and key files in the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the disk, and that it is connected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the extension; if it is right, carry on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the key, the domain and the extension in the settings with your administrator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the listen address in the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the network and the PBX address in the settings, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the number and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the profile folder and the free space.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check this computer's date and time; if they are right, your administrator must renew the certificate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check this computer's network connection, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check whether the PBX address in the settings should begin with http or https, and its port.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose Agent Desktop for phone links in its settings, or in your desktop's default programs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a port above 1023 in the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a port from 1024 to 65535 in the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the one to call.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close programs that have the file journal.db open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close that program, or choose another port in the settings and tell the vendor the new address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Confirm to dial it all the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dial it on the phone itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Extension %1 has no phone registered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Extension %1 is known there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fill it in and test again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space for %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space on the disk that holds your profile; recording goes on by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space or choose another folder with --profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give yourself the right to write there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If pops appear in the wrong place, set QT_QPA_PLATFORM=xcb and restart.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the settings, listen at 127.0.0.1, at an address of this computer, or at 0.0.0.0 for all of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the settings, write addresses such as 203.0.113.7 or networks such as 203.0.113.0/24.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install Agent Desktop again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install Agent Desktop as an app, then choose it in FaceTime &gt; Settings &gt; Default for calls.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install a keyring service (GNOME Keyring or KWallet), or set AGENT_DESKTOP_KEY.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It cannot be called back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It cannot be set aside either (%1): look at %2 in the profile folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not dialled twice within 3 seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is one of: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It must hold no user name or password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It shows tray icons with the AppIndicator extension only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes HOST:PORT, such as 127.0.0.1:8737.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes a number from %1 to %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes a zone such as Asia/Ho_Chi_Minh, or nothing for this computer's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes an address such as https://pbx.example.com.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes an extension such as 101.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It takes two letters, such as VN or MY.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was set aside as %1 in the profile folder, and fresh settings are used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Libraries that Qt's windows need are missing: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Listening for the PBX at %1, port %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at your phone before you dial again: it may be ringing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mend or remove %1 in the profile folder (%2).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No country has the code after the +.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing answers at the PBX's address and port.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On a Mac only the installed app can open phone links.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only %1 MB of disk are free.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open Settings &gt; Apps &gt; Default apps &gt; Agent Desktop, and choose it for TEL, CALLTO and SIP.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other users of this computer can look into the profile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phone links (tel:) open in %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phone links (tel:) open in Agent Desktop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pops and windows are shown in a desktop session only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Python %1 is not tried.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Python %1 on %2 %3.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Qt %1 stops after a while on Python %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Qt %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Qt for Python is not installed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove it, or choose a profile folder with a shorter path.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Renew it; if its dates are right, set this computer's clock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restart Agent Desktop: it keeps the damaged file under another name and begins a new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restart it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run 'agent-desktop setup', or fill in the first page of the window.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See the README for the list of settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sent to the PBX, which did not confirm it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set this computer's clock, or have it set itself from the network: times and ages shown here are off by that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something in Agent Desktop went wrong. It goes on working.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Star codes such as *97 cannot be dialled from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start Agent Desktop once, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start it with 'agent-desktop run'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starts when you sign in: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Still missing: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That cannot be used as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That number is not complete.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That number is too long to be dialled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That number was dialled a moment ago.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The %1 is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX address cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX address in the settings is probably wrong: compare it with the one that the vendor gave you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX address is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX address leads to another address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX and this computer cannot agree on a secure connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX answered with a web page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX answered with something else than data.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX answered, and took the key.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX cannot be reached.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX cannot be reached: a server before it answered with error %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX cut the connection before it had answered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX did not answer in time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX does not tell the status of extension %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX gave an answer that is not understood.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX is calling.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX key is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX refused the request.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX refused the request: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX took the request, but your status did not change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX's answer is too long to be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX's certificate has expired.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX's certificate is for another address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX's certificate is not trusted by this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX's certificate is not valid yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX's name cannot be found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The TLS certificate %1 %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The TLS certificate and its key cannot be used together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The TLS file %1 %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The allowed sender %1 is not an address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal cannot be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal cannot be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal may not be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal was damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal was made by a newer version of Agent Desktop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The call journal was made by another version of Agent Desktop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The caller withheld the number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The connection to the PBX was closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The connection to the PBX was cut.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The desktop is GNOME.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full, so calls cannot be recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full: calls cannot be recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk that holds the call journal gives errors.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file %1 cannot be written: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder %1 cannot be made: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder %1 cannot be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder %1 is open to other users of this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring is %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The libraries that Qt's windows need are here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The list of queues can be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The listener for the PBX's calls cannot be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The log in the profile folder has the details.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The log of the running Agent Desktop says more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The note was not kept: its call is not in the history yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The profile folder %1 cannot be made: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The profile folder %1 cannot be used: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The running Agent Desktop does not answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The running Agent Desktop does not know the verb %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The screen is Wayland's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The screen is X11's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The secrets come from %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The setting %1 cannot be %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings cannot be written: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings file cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no PBX at this address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no call journal yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no number in that which can be dialled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no port %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no screen here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no setting called %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no way to the PBX from this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer does not allow listening at port %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer has no keyring, so the key is kept for this session only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer's clock is %1 %2 the PBX's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer's proxy does not let the PBX be reached.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This does not look like a valid number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is an emergency number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This may be more than one number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This number is very short.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock it (sign in to your desktop's keyring) and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use Python 3.11, 3.12 or 3.13.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use Qt 6.11, or Python 3.12.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait a moment and look at it before you try again; if it stays like that, restart it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is at the PBX address does not speak HTTP.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write it like https://pbx.example.com.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>emergency number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>extension</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>international</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>national</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not a known number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>short number</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>history</name>
    <message>
      <source>DID</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ext.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Queue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Talk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unknown</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>pop</name>
    <message>
      <source>%1 call this week</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answered by %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Call again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Call back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Call this number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calls with this number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dismiss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>First call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open CRM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rang here %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transferred to %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waited %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>last %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>queue %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>settings</name>
    <message>
      <source> digits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 closes it when the call ends.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0938 363 739 (national)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>84938363739 (international)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Addresses of the PBX, one to a line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also show calls of these queues (optional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Appearance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area code (optional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the desktop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask every</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask the PBX where it cannot reach this computer: it still works, a little later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calls are heard of</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Diagnostics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dialling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty where it is this computer's own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every step, for whoever helps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give it to your administrator or to VoiceCloud as the CRM address. Treat it like a password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>HOST:PORT on this computer, such as 127.0.0.1:8737.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How news arrives</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It never takes the keyboard from what you are doing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep it after the call for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Listen at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Longest extension</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More extensions of yours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No key is known yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbers up to this length are dialled as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One queue to a line, whoever they ring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One to a line, in the menu's order.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One to a line: their calls pop here too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only hear these senders (optional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause reasons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Public address (optional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put before local numbers that come without one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reasons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Screen pop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show calls that I make, too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show who calls in a corner of the screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start in the tray, without a window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX dials</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX tells this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The address for the vendor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key comes from the environment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key is kept for this session only: this computer has no keyring that is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key is stored in the keyring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The log never holds the key or the webhook address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The log says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer asks the PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time zone of the PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two letters, such as VN or MY: how local numbers are read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wait for the PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the PBX calls, where that is a tunnel or a name in your network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you can choose from when you pause.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where there is no tray, the window is shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“agent-desktop doctor” checks this computer.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>status</name>
    <message>
      <source>Available</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End of the pause requested %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On a call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause requested %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phone offline</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ringing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PBX refused the change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>as of %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>confirmed by the PBX %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing heard from the PBX yet</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>wording</name>
    <message>
      <source>%1 days ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 h %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 h ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 min ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 s ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1nd</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1rd</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1st</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1th</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 day ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Abandoned</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answered by %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answered by a colleague</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Busy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ended</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Incoming</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No news from the PBX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not reachable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not reached</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number not known yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number withheld</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On a call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outgoing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transferred</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>just now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>today %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yesterday %1</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
