<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ms" sourcelanguage="en">
  <context>
    <name>AskDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
  </context>
  <context>
    <name>Backups</name>
    <message>
      <source>A backup is laid ready. Quit Agent Desktop and start it again: it is restored then.</source>
      <translation>Sandaran sudah sedia. Keluar dari Agent Desktop dan mulakan semula untuk memulihkannya.</translation>
    </message>
    <message>
      <source>Back up now…</source>
      <translation>Sandarkan sekarang…</translation>
    </message>
    <message>
      <source>Back up to</source>
      <translation>Sandarkan ke</translation>
    </message>
    <message>
      <source>Backing up…</source>
      <translation>Membuat sandaran…</translation>
    </message>
    <message>
      <source>Backups (*.zip)</source>
      <translation>Sandaran (*.zip)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Checking the backup…</source>
      <translation>Memeriksa sandaran…</translation>
    </message>
    <message>
      <source>Do not restore</source>
      <translation>Jangan pulihkan</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Kemajuan</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Pulihkan sandaran</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>Pulihkan…</translation>
    </message>
    <message>
      <source>Stopped. Nothing was written.</source>
      <translation>Dihentikan. Tiada yang ditulis.</translation>
    </message>
    <message>
      <source>The next start restores nothing.</source>
      <translation>Tiada yang dipulihkan pada permulaan berikutnya.</translation>
    </message>
    <message>
      <source>Written: %1. Keep it safe: it holds customers' data.</source>
      <translation>Ditulis: %1. Simpan dengan selamat: ia mengandungi data pelanggan.</translation>
    </message>
  </context>
  <context>
    <name>CallActions</name>
    <message>
      <source>All calls with this number</source>
      <translation>Semua panggilan nombor ini</translation>
    </message>
    <message>
      <source>Call back later</source>
      <translation>Panggil balik nanti</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Salin nombor</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Salin baris</translation>
    </message>
    <message>
      <source>Details…</source>
      <translation>Butiran…</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Dail %1</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Hasil panggilan</translation>
    </message>
    <message>
      <source>Keep as a contact…</source>
      <translation>Simpan sebagai kenalan…</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Nota…</translation>
    </message>
    <message>
      <source>Open in the CRM</source>
      <translation>Buka dalam CRM</translation>
    </message>
    <message>
      <source>Play the recording</source>
      <translation>Mainkan rakaman</translation>
    </message>
  </context>
  <context>
    <name>CallBackActions</name>
    <message>
      <source>1 hour</source>
      <translation>1 jam</translation>
    </message>
    <message>
      <source>15 minutes</source>
      <translation>15 minit</translation>
    </message>
    <message>
      <source>All calls with this number</source>
      <translation>Semua panggilan nombor ini</translation>
    </message>
    <message>
      <source>Call back at</source>
      <translation>Panggil balik pada</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Salin nombor</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Dail %1</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Selesai</translation>
    </message>
    <message>
      <source>Due at…</source>
      <translation>Perlu pada…</translation>
    </message>
    <message>
      <source>Due now</source>
      <translation>Perlu sekarang</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Nota…</translation>
    </message>
    <message>
      <source>Put back on the list</source>
      <translation>Kembalikan ke senarai</translation>
    </message>
    <message>
      <source>Snooze</source>
      <translation>Tangguh</translation>
    </message>
    <message>
      <source>Snooze until</source>
      <translation>Tangguh hingga</translation>
    </message>
    <message>
      <source>Tomorrow morning</source>
      <translation>Pagi esok</translation>
    </message>
    <message>
      <source>Until…</source>
      <translation>Hingga…</translation>
    </message>
  </context>
  <context>
    <name>CallBackPanel</name>
    <message>
      <source>Ask the PBX</source>
      <translation>Semak PBX</translation>
    </message>
    <message>
      <source>Dial</source>
      <translation>Dail</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Selesai</translation>
    </message>
    <message>
      <source>Done: %1</source>
      <translation>Selesai: %1</translation>
    </message>
    <message>
      <source>Looking for call-backs…</source>
      <translation>Mencari panggilan balik…</translation>
    </message>
    <message>
      <source>No call-back was finished within %1 days.</source>
      <translation>Tiada panggilan balik diselesaikan dalam %1 hari.</translation>
    </message>
    <message>
      <source>No call-back was finished within a day.</source>
      <translation>Tiada panggilan balik diselesaikan dalam sehari.</translation>
    </message>
    <message>
      <source>Nobody waits for a call.</source>
      <translation>Tiada sesiapa menunggu panggilan.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Nothing is put off.</source>
      <translation>Tiada yang ditangguhkan.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Menunggu</translation>
    </message>
    <message>
      <source>Put back on the list</source>
      <translation>Kembalikan ke senarai</translation>
    </message>
    <message>
      <source>Show who waits</source>
      <translation>Lihat yang menunggu</translation>
    </message>
    <message>
      <source>Snooze</source>
      <translation>Tangguh</translation>
    </message>
    <message>
      <source>Snoozed</source>
      <translation>Ditangguh</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Cuba lagi</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Buat asal</translation>
    </message>
  </context>
  <context>
    <name>CallBackTable</name>
    <message>
      <source>Call-backs</source>
      <translation>Panggil balik</translation>
    </message>
  </context>
  <context>
    <name>CallDetailsDialog</name>
    <message>
      <source>Call</source>
      <translation>Panggilan</translation>
    </message>
    <message>
      <source>Call id</source>
      <translation>ID panggilan</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>DID</source>
      <translation>DID</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Arah</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Hasil panggilan</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Peristiwa</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>Sambungan</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Dari</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Tiada</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Nota…</translation>
    </message>
    <message>
      <source>On the screen %1 ms after its first event: read after %2 ms, given to the window after %3 ms.</source>
      <translation>Pada skrin %1 ms selepas peristiwa pertamanya: dibaca selepas %2 ms, dihantar ke tetingkap selepas %3 ms.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Play the recording</source>
      <translation>Mainkan rakaman</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Baris gilir</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Rakaman</translation>
    </message>
    <message>
      <source>Talk</source>
      <translation>Bual</translation>
    </message>
    <message>
      <source>There was no screen pop for this call.</source>
      <translation>Tiada tetingkap timbul untuk panggilan ini.</translation>
    </message>
    <message>
      <source>Wait</source>
      <translation>Tunggu</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Bila</translation>
    </message>
  </context>
  <context>
    <name>CardView</name>
    <message>
      <source>Dismiss</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Lagi</translation>
    </message>
  </context>
  <context>
    <name>ComputerSwitches</name>
    <message>
      <source>Now no program opens them.</source>
      <translation>Kini tiada program yang membukanya.</translation>
    </message>
    <message>
      <source>Now they open in %1.</source>
      <translation>Kini dibuka dalam %1.</translation>
    </message>
    <message>
      <source>Open phone links (tel:) with Agent Desktop</source>
      <translation>Buka pautan telefon (tel:) dengan Agent Desktop</translation>
    </message>
    <message>
      <source>Start when I sign in</source>
      <translation>Mulakan apabila saya log masuk</translation>
    </message>
    <message>
      <source>They open here now.</source>
      <translation>Kini dibuka di sini.</translation>
    </message>
  </context>
  <context>
    <name>ConnectionForm</name>
    <message>
      <source>Asking the PBX…</source>
      <translation>Menyemak dengan PBX…</translation>
    </message>
    <message>
      <source>Domain</source>
      <translation>Domain</translation>
    </message>
    <message>
      <source>Given by the environment variable AGENT_DESKTOP_KEY.</source>
      <translation>Diberi oleh pemboleh ubah persekitaran AGENT_DESKTOP_KEY.</translation>
    </message>
    <message>
      <source>Kept for this session only. Type it again to store it.</source>
      <translation>Disimpan untuk sesi ini sahaja. Taip semula untuk menyimpannya.</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Kunci API</translation>
    </message>
    <message>
      <source>Only where call records come from another address.</source>
      <translation>Hanya jika rekod panggilan datang dari alamat lain.</translation>
    </message>
    <message>
      <source>PBX address</source>
      <translation>Alamat PBX</translation>
    </message>
    <message>
      <source>Report address (optional)</source>
      <translation>Alamat laporan (pilihan)</translation>
    </message>
    <message>
      <source>Stop the test</source>
      <translation>Hentikan ujian</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Dihentikan.</translation>
    </message>
    <message>
      <source>Stored in the keyring. Type a new one to replace it.</source>
      <translation>Tersimpan dalam gelang kunci. Taip yang baharu untuk menggantikannya.</translation>
    </message>
    <message>
      <source>Test the connection</source>
      <translation>Uji sambungan PBX</translation>
    </message>
    <message>
      <source>The address of your PBX, as your administrator gave it to you.</source>
      <translation>Alamat PBX anda, seperti yang diberi oleh pentadbir.</translation>
    </message>
    <message>
      <source>The company's key. It goes into this computer's keyring and is never shown again.</source>
      <translation>Kunci API syarikat. Ia disimpan dalam gelang kunci komputer ini dan tidak akan ditunjukkan lagi.</translation>
    </message>
    <message>
      <source>This is still missing.</source>
      <translation>Ini masih belum diisi.</translation>
    </message>
    <message>
      <source>Your company's domain on the PBX.</source>
      <translation>Domain syarikat anda pada PBX.</translation>
    </message>
    <message>
      <source>Your extension</source>
      <translation>Sambungan anda</translation>
    </message>
  </context>
  <context>
    <name>ContactExport</name>
    <message>
      <source>%1 contacts were written to %2.</source>
      <translation>%1 kenalan ditulis ke %2.</translation>
    </message>
    <message>
      <source>1 contact was written to %2.</source>
      <translation>1 kenalan ditulis ke %2.</translation>
    </message>
    <message>
      <source>As a table (CSV)</source>
      <translation>Sebagai jadual (CSV)</translation>
    </message>
    <message>
      <source>As vCards</source>
      <translation>Sebagai vCard</translation>
    </message>
    <message>
      <source>Export contacts</source>
      <translation>Eksport kenalan</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Eksport…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Henti</translation>
    </message>
    <message>
      <source>Stopped: no file was written.</source>
      <translation>Dihentikan: tiada fail ditulis.</translation>
    </message>
    <message>
      <source>Writing: %1 of %2</source>
      <translation>Menulis: %1 daripada %2</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Menulis…</translation>
    </message>
  </context>
  <context>
    <name>ContactForm</name>
    <message>
      <source>%1 has this number already.</source>
      <translation>%1 sudah mempunyai nombor ini.</translation>
    </message>
    <message>
      <source>Add a number</source>
      <translation>Tambah nombor</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Company (optional)</source>
      <translation>Syarikat (pilihan)</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Kenalan</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>New contact</source>
      <translation>Kenalan baharu</translation>
    </message>
    <message>
      <source>Note (optional)</source>
      <translation>Nota (pilihan)</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Other tags (optional)</source>
      <translation>Tag lain (pilihan)</translation>
    </message>
    <message>
      <source>Page in the CRM (optional)</source>
      <translation>Halaman dalam CRM (pilihan)</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Separated by commas.</source>
      <translation>Dipisahkan dengan koma.</translation>
    </message>
    <message>
      <source>VIP: say so on the pop</source>
      <translation>VIP: tunjukkan pada tetingkap timbul</translation>
    </message>
    <message>
      <source>“%1” is no number.</source>
      <translation>“%1” bukan nombor.</translation>
    </message>
  </context>
  <context>
    <name>ContactImport</name>
    <message>
      <source>%1 added</source>
      <translation>%1 ditambah</translation>
    </message>
    <message>
      <source>%1 are there already: %2.</source>
      <translation>%1 sudah ada: %2.</translation>
    </message>
    <message>
      <source>%1 completed</source>
      <translation>%1 dilengkapkan</translation>
    </message>
    <message>
      <source>%1 contacts in %2</source>
      <translation>%1 kenalan dalam %2</translation>
    </message>
    <message>
      <source>%1 left as they were</source>
      <translation>%1 dibiarkan seperti asal</translation>
    </message>
    <message>
      <source>%1 lines were not understood in full:</source>
      <translation>%1 baris tidak difahami sepenuhnya:</translation>
    </message>
    <message>
      <source>%1 not understood in full</source>
      <translation>%1 tidak difahami sepenuhnya</translation>
    </message>
    <message>
      <source>%1 repeat earlier lines.</source>
      <translation>%1 mengulangi baris terdahulu.</translation>
    </message>
    <message>
      <source>1 contact in %2</source>
      <translation>1 kenalan dalam %2</translation>
    </message>
    <message>
      <source>1 is there already: %2.</source>
      <translation>1 sudah ada: %2.</translation>
    </message>
    <message>
      <source>1 left as it was</source>
      <translation>1 dibiarkan seperti asal</translation>
    </message>
    <message>
      <source>1 line was not understood in full:</source>
      <translation>1 baris tidak difahami sepenuhnya:</translation>
    </message>
    <message>
      <source>1 repeats an earlier line.</source>
      <translation>1 mengulangi baris terdahulu.</translation>
    </message>
    <message>
      <source>Add them all the same, beside the others</source>
      <translation>Tambah juga, di samping yang sedia ada</translation>
    </message>
    <message>
      <source>Add what is new of them: numbers, tags, notes</source>
      <translation>Tambah yang baharu sahaja: nombor, tag, nota</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>Selesai.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Import kenalan</translation>
    </message>
    <message>
      <source>Importing: %1 of %2</source>
      <translation>Mengimport: %1 daripada %2</translation>
    </message>
    <message>
      <source>Importing…</source>
      <translation>Mengimport…</translation>
    </message>
    <message>
      <source>Leave them as they are</source>
      <translation>Biarkan seperti sedia ada</translation>
    </message>
    <message>
      <source>Left as they are:</source>
      <translation>Dibiarkan seperti sedia ada:</translation>
    </message>
    <message>
      <source>Line %1: %2</source>
      <translation>Baris %1: %2</translation>
    </message>
    <message>
      <source>Line %1: %2 is there already</source>
      <translation>Baris %1: %2 sudah ada</translation>
    </message>
    <message>
      <source>Line %1: %2, the same name and company as in line %4</source>
      <translation>Baris %1: %2, nama dan syarikat sama dengan baris %4</translation>
    </message>
    <message>
      <source>Line %1: %2, the same number as %3</source>
      <translation>Baris %1: %2, nombor sama dengan %3</translation>
    </message>
    <message>
      <source>Line %1: %2, the same number as %3 in line %4</source>
      <translation>Baris %1: %2, nombor sama dengan %3 di baris %4</translation>
    </message>
    <message>
      <source>Looking for contacts that are there already: %1 of %2</source>
      <translation>Mencari kenalan yang sudah ada: %1 daripada %2</translation>
    </message>
    <message>
      <source>Looking for contacts that are there already…</source>
      <translation>Mencari kenalan yang sudah ada…</translation>
    </message>
    <message>
      <source>Nothing more was imported.</source>
      <translation>Tiada lagi yang diimport.</translation>
    </message>
    <message>
      <source>Reading %1…</source>
      <translation>Membaca %1…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Henti</translation>
    </message>
    <message>
      <source>Stopped. What was imported stays.</source>
      <translation>Dihentikan. Yang sudah diimport dikekalkan.</translation>
    </message>
    <message>
      <source>The first of them, as they would be kept:</source>
      <translation>Beberapa yang pertama, seperti yang akan disimpan:</translation>
    </message>
    <message>
      <source>There was nothing to import.</source>
      <translation>Tiada apa-apa untuk diimport.</translation>
    </message>
    <message>
      <source>What is left as it is</source>
      <translation>Yang dibiarkan seperti sedia ada</translation>
    </message>
    <message>
      <source>What was not understood</source>
      <translation>Yang tidak difahami</translation>
    </message>
  </context>
  <context>
    <name>ContactsPanel</name>
    <message>
      <source>%1 contacts</source>
      <translation>%1 kenalan</translation>
    </message>
    <message>
      <source>%1 contacts were deleted.</source>
      <translation>%1 kenalan dipadam.</translation>
    </message>
    <message>
      <source>%1 was deleted.</source>
      <translation>%1 dipadam.</translation>
    </message>
    <message>
      <source>1 contact</source>
      <translation>1 kenalan</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Tambah…</translation>
    </message>
    <message>
      <source>All calls with this number</source>
      <translation>Semua panggilan nombor ini</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Semua fail (*)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Kosongkan carian</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kenalan</translation>
    </message>
    <message>
      <source>Contacts (*.csv *.txt *.vcf *.vcard)</source>
      <translation>Kenalan (*.csv *.txt *.vcf *.vcard)</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Salin nombor</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Salin baris</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Padam</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Dail %1</translation>
    </message>
    <message>
      <source>Dial %1 (%2)</source>
      <translation>Dail %1 (%2)</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Sunting…</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Import kenalan</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Import…</translation>
    </message>
    <message>
      <source>Looking for contacts…</source>
      <translation>Mencari kenalan…</translation>
    </message>
    <message>
      <source>More than %1 contacts</source>
      <translation>Lebih daripada %1 kenalan</translation>
    </message>
    <message>
      <source>No VIP any more</source>
      <translation>Bukan VIP lagi</translation>
    </message>
    <message>
      <source>No contact fits this search.</source>
      <translation>Tiada kenalan sepadan dengan carian ini.</translation>
    </message>
    <message>
      <source>No contacts yet. Import the ones you have, from a CSV table or from vCards.</source>
      <translation>Belum ada kenalan. Import kenalan anda daripada jadual CSV atau vCard.</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>Buka halaman</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Cari kenalan</translation>
    </message>
    <message>
      <source>Search the contacts</source>
      <translation>Cari dalam kenalan</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Cuba lagi</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Buat asal</translation>
    </message>
    <message>
      <source>VIP</source>
      <translation>VIP</translation>
    </message>
    <message>
      <source>VIPs only</source>
      <translation>VIP sahaja</translation>
    </message>
  </context>
  <context>
    <name>CrmRules</name>
    <message>
      <source>Add a rule</source>
      <translation>Tambah peraturan</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Disimpan.</translation>
    </message>
    <message>
      <source>There is no rule yet.</source>
      <translation>Belum ada peraturan.</translation>
    </message>
    <message>
      <source>Trying it with a made-up call…</source>
      <translation>Mencuba dengan panggilan rekaan…</translation>
    </message>
  </context>
  <context>
    <name>CurrentCall</name>
    <message>
      <source>Answered by %1</source>
      <translation>Dijawab oleh %1</translation>
    </message>
  </context>
  <context>
    <name>DayPicture</name>
    <message>
      <source>%1 calls</source>
      <translation>%1 panggilan</translation>
    </message>
    <message>
      <source>%1 to %2</source>
      <translation>%1 hingga %2</translation>
    </message>
    <message>
      <source>1 call</source>
      <translation>1 panggilan</translation>
    </message>
    <message>
      <source>Calls over time</source>
      <translation>Panggilan mengikut masa</translation>
    </message>
    <message>
      <source>Choose at most %1 days to see them as a picture.</source>
      <translation>Pilih paling banyak %1 hari untuk melihatnya sebagai carta.</translation>
    </message>
    <message>
      <source>Copy the picture</source>
      <translation>Salin carta</translation>
    </message>
    <message>
      <source>Day picture</source>
      <translation>Carta hari</translation>
    </message>
    <message>
      <source>Hide the day picture</source>
      <translation>Sembunyikan carta hari</translation>
    </message>
    <message>
      <source>Show all calls again</source>
      <translation>Tunjukkan semua panggilan semula</translation>
    </message>
    <message>
      <source>Show the day picture</source>
      <translation>Tunjukkan carta hari</translation>
    </message>
    <message>
      <source>Talk</source>
      <translation>Bual</translation>
    </message>
    <message>
      <source>Talk %1</source>
      <translation>Bual %1</translation>
    </message>
  </context>
  <context>
    <name>DeleteCustomer</name>
    <message>
      <source>%1 to %2</source>
      <translation>%1 hingga %2</translation>
    </message>
    <message>
      <source>Backups that you made are not changed.</source>
      <translation>Sandaran yang anda buat tidak diubah.</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Panggil balik</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Panggilan</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kenalan</translation>
    </message>
    <message>
      <source>Delete all of this</source>
      <translation>Padam semua ini</translation>
    </message>
    <message>
      <source>Deleted. The PBX's records of these calls will not bring them back.</source>
      <translation>Dipadam. Rekod PBX tidak akan mengembalikan panggilan ini.</translation>
    </message>
    <message>
      <source>Deleting…</source>
      <translation>Memadam…</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Tempoh</translation>
    </message>
    <message>
      <source>Lines of the log</source>
      <translation>Baris log</translation>
    </message>
    <message>
      <source>Look up</source>
      <translation>Cari</translation>
    </message>
    <message>
      <source>Looking through everything that is kept…</source>
      <translation>Menyemak semua yang disimpan…</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Nothing is kept about this number. Deleting it keeps its earlier calls from coming back.</source>
      <translation>Tiada apa-apa disimpan tentang nombor ini. Memadamnya menghalang panggilan lamanya daripada kembali.</translation>
    </message>
    <message>
      <source>Old copies of the database</source>
      <translation>Salinan lama pangkalan data</translation>
    </message>
    <message>
      <source>The customer's number</source>
      <translation>Nombor pelanggan</translation>
    </message>
    <message>
      <source>Webhooks</source>
      <translation>Webhook</translation>
    </message>
  </context>
  <context>
    <name>Desktop</name>
    <message>
      <source>No browser took it.</source>
      <translation>Tiada pelayar menerimanya.</translation>
    </message>
    <message>
      <source>The CRM's address cannot be opened.</source>
      <translation>Alamat CRM tidak dapat dibuka.</translation>
    </message>
  </context>
  <context>
    <name>Diagnostics</name>
    <message>
      <source>Days</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Semak semula</translation>
    </message>
    <message>
      <source>The last 7 days</source>
      <translation>7 hari lepas</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
  </context>
  <context>
    <name>DialField</name>
    <message>
      <source>Ctrl+D</source>
      <translation>Ctrl+D</translation>
    </message>
    <message>
      <source>Dial</source>
      <translation>Dail</translation>
    </message>
    <message>
      <source>Number to dial</source>
      <translation>Nombor untuk didail</translation>
    </message>
  </context>
  <context>
    <name>DialFlow</name>
    <message>
      <source>That number was dialled a moment ago. It is not dialled twice within 3 seconds.</source>
      <translation>Nombor itu baru sahaja didail. Ia tidak didail dua kali dalam masa 3 saat.</translation>
    </message>
    <message>
      <source>Type a number first.</source>
      <translation>Taip nombor dahulu.</translation>
    </message>
    <message>
      <source>Your phone rings.</source>
      <translation>Telefon anda berdering.</translation>
    </message>
  </context>
  <context>
    <name>DialPopup</name>
    <message>
      <source>Dial</source>
      <translation>Dail</translation>
    </message>
  </context>
  <context>
    <name>DialSheet</name>
    <message>
      <source>Asking the PBX to dial…</source>
      <translation>Meminta PBX mendail…</translation>
    </message>
    <message>
      <source>Dial it</source>
      <translation>Dail</translation>
    </message>
    <message>
      <source>Do not dial</source>
      <translation>Jangan dail</translation>
    </message>
    <message>
      <source>There are several numbers in that. Which one?</source>
      <translation>Terdapat beberapa nombor. Yang mana satu?</translation>
    </message>
  </context>
  <context>
    <name>EventList</name>
    <message>
      <source>As it came</source>
      <translation>Seperti diterima</translation>
    </message>
    <message>
      <source>Looking for events…</source>
      <translation>Mencari peristiwa…</translation>
    </message>
    <message>
      <source>No event of this call reached this computer: the PBX's records tell of it.</source>
      <translation>Tiada peristiwa panggilan ini sampai ke komputer ini: ia diketahui daripada rekod PBX.</translation>
    </message>
    <message>
      <source>The request as it came</source>
      <translation>Permintaan seperti diterima</translation>
    </message>
  </context>
  <context>
    <name>FilterChips</name>
    <message>
      <source>Clear all</source>
      <translation>Kosongkan semua</translation>
    </message>
    <message>
      <source>Take away: %1</source>
      <translation>Buang: %1</translation>
    </message>
  </context>
  <context>
    <name>FilterMenu</name>
    <message>
      <source>Abandoned</source>
      <translation>Ditinggalkan</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Dijawab</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Sibuk</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gagal</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Tapis</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Masuk</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Terlepas</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Tiada jawapan</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Baris gilir</translation>
    </message>
    <message>
      <source>With a recording</source>
      <translation>Ada rakaman</translation>
    </message>
    <message>
      <source>Without a recording</source>
      <translation>Tanpa rakaman</translation>
    </message>
  </context>
  <context>
    <name>FirstRun</name>
    <message>
      <source>Connect to your PBX</source>
      <translation>Sambung ke PBX anda</translation>
    </message>
    <message>
      <source>Four things from your administrator, and this program can show who calls and dial for you.</source>
      <translation>Dengan empat maklumat daripada pentadbir, program ini dapat menunjukkan siapa yang memanggil dan mendail untuk anda.</translation>
    </message>
    <message>
      <source>Give this address to your administrator or to VoiceCloud, as the CRM address (webhook) of your extension. The PBX calls it whenever your phone rings. Treat it like a password.</source>
      <translation>Berikan alamat ini kepada pentadbir anda atau VoiceCloud sebagai alamat CRM (webhook) sambungan anda. PBX menghubunginya setiap kali telefon anda berdering. Jaga ia seperti kata laluan.</translation>
    </message>
    <message>
      <source>If the PBX cannot reach this computer, choose “This computer asks the PBX” in the settings. You find the address there too.</source>
      <translation>Jika PBX tidak dapat mencapai komputer ini, pilih “Komputer ini menyemak PBX” dalam tetapan. Alamat ini juga ada di situ.</translation>
    </message>
    <message>
      <source>Let the PBX tell you about calls</source>
      <translation>Terima berita panggilan daripada PBX</translation>
    </message>
    <message>
      <source>Save and go on</source>
      <translation>Simpan dan teruskan</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Menyimpan…</translation>
    </message>
    <message>
      <source>Start working</source>
      <translation>Mula bekerja</translation>
    </message>
  </context>
  <context>
    <name>GlobalKeys</name>
    <message>
      <source>Nothing is selected, and the clipboard is empty. Select a number, then try again.</source>
      <translation>Tiada yang dipilih, dan papan klip kosong. Pilih nombor, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>The PBX has not answered the last dial yet. Try again in a moment.</source>
      <translation>PBX belum menjawab dailan yang terakhir. Cuba lagi sebentar lagi.</translation>
    </message>
    <message>
      <source>What is selected is too long for a number.</source>
      <translation>Teks yang dipilih terlalu panjang untuk nombor.</translation>
    </message>
  </context>
  <context>
    <name>HistoryExport</name>
    <message>
      <source>%1 calls are in %2.</source>
      <translation>%1 panggilan ada dalam %2.</translation>
    </message>
    <message>
      <source>%1 of %2 calls</source>
      <translation>%1 daripada %2 panggilan</translation>
    </message>
    <message>
      <source>1 call is in %2.</source>
      <translation>1 panggilan ada dalam %2.</translation>
    </message>
    <message>
      <source>1 call.</source>
      <translation>1 panggilan.</translation>
    </message>
    <message>
      <source>All %1 calls.</source>
      <translation>Semua %1 panggilan.</translation>
    </message>
    <message>
      <source>Calls %1</source>
      <translation>Panggilan %1</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Counting the calls…</source>
      <translation>Mengira panggilan…</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Eksport</translation>
    </message>
    <message>
      <source>Export the calls</source>
      <translation>Eksport panggilan</translation>
    </message>
    <message>
      <source>Export ▾</source>
      <translation>Eksport ▾</translation>
    </message>
    <message>
      <source>Finishing the file…</source>
      <translation>Menyiapkan fail…</translation>
    </message>
    <message>
      <source>No calls.</source>
      <translation>Tiada panggilan.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Buka folder</translation>
    </message>
    <message>
      <source>Print this page…</source>
      <translation>Cetak halaman ini…</translation>
    </message>
    <message>
      <source>Progress of the export</source>
      <translation>Kemajuan eksport</translation>
    </message>
    <message>
      <source>Table for Excel (XLSX)…</source>
      <translation>Jadual Excel (XLSX)…</translation>
    </message>
    <message>
      <source>Text for other programs (CSV)…</source>
      <translation>Teks untuk program lain (CSV)…</translation>
    </message>
    <message>
      <source>The export was stopped. No file was written.</source>
      <translation>Eksport dihentikan. Tiada fail ditulis.</translation>
    </message>
    <message>
      <source>The first %1 calls; there are more.</source>
      <translation>%1 panggilan pertama; ada lagi.</translation>
    </message>
    <message>
      <source>The first %1 of %2 calls.</source>
      <translation>%1 pertama daripada %2 panggilan.</translation>
    </message>
    <message>
      <source>The page is in %1.</source>
      <translation>Halaman ada dalam %1.</translation>
    </message>
    <message>
      <source>This page as a PDF…</source>
      <translation>Halaman ini sebagai PDF…</translation>
    </message>
    <message>
      <source>Writing the page…</source>
      <translation>Menulis halaman…</translation>
    </message>
    <message>
      <source>calls</source>
      <translation>panggilan</translation>
    </message>
    <message>
      <source>en</source>
      <translation>ms</translation>
    </message>
  </context>
  <context>
    <name>HistoryFilters</name>
    <message>
      <source>All days</source>
      <translation>Semua hari</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>Everyone's</source>
      <translation>Semua orang</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Dari</translation>
    </message>
    <message>
      <source>From … to …</source>
      <translation>Dari … hingga …</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>30 hari lepas</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>7 hari lepas</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Saya</translation>
    </message>
    <message>
      <source>My calls</source>
      <translation>Panggilan saya</translation>
    </message>
    <message>
      <source>Queue: %1</source>
      <translation>Baris gilir: %1</translation>
    </message>
    <message>
      <source>Search number, name, note…</source>
      <translation>Cari nombor, nama, nota…</translation>
    </message>
    <message>
      <source>Search the history</source>
      <translation>Cari dalam sejarah</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Hingga</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
    <message>
      <source>Whose calls</source>
      <translation>Panggilan siapa</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Semalam</translation>
    </message>
    <message>
      <source>to</source>
      <translation>hingga</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Kosongkan carian</translation>
    </message>
    <message>
      <source>Looking for calls…</source>
      <translation>Mencari panggilan…</translation>
    </message>
    <message>
      <source>More calls could not be loaded.</source>
      <translation>Panggilan seterusnya tidak dapat dimuatkan.</translation>
    </message>
    <message>
      <source>No call fits this search.</source>
      <translation>Tiada panggilan sepadan dengan carian ini.</translation>
    </message>
    <message>
      <source>No calls on these days.</source>
      <translation>Tiada panggilan pada hari-hari ini.</translation>
    </message>
    <message>
      <source>No calls today yet.</source>
      <translation>Belum ada panggilan hari ini.</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Segerakkan</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Cuba lagi</translation>
    </message>
  </context>
  <context>
    <name>HistorySummary</name>
    <message>
      <source>%1 answered</source>
      <translation>%1 dijawab</translation>
    </message>
    <message>
      <source>%1 calls</source>
      <translation>%1 panggilan</translation>
    </message>
    <message>
      <source>%1 missed</source>
      <translation>%1 terlepas</translation>
    </message>
    <message>
      <source>1 call</source>
      <translation>1 panggilan</translation>
    </message>
    <message>
      <source>talk %1</source>
      <translation>bual %1</translation>
    </message>
  </context>
  <context>
    <name>HistoryTable</name>
    <message>
      <source>Calls</source>
      <translation>Panggilan</translation>
    </message>
  </context>
  <context>
    <name>KeptSize</name>
    <message>
      <source>%1 MB, calls: %2, since %3</source>
      <translation>%1 MB, panggilan: %2, sejak %3</translation>
    </message>
    <message>
      <source>%1 MB, no calls yet</source>
      <translation>%1 MB, belum ada panggilan</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Mengira…</translation>
    </message>
  </context>
  <context>
    <name>KeyEdit</name>
    <message>
      <source>None</source>
      <translation>Tiada</translation>
    </message>
  </context>
  <context>
    <name>KeysForm</name>
    <message>
      <source>Dial the number that is selected</source>
      <translation>Dail nombor yang dipilih</translation>
    </message>
    <message>
      <source>Dismiss the newest call</source>
      <translation>Tutup panggilan terbaharu</translation>
    </message>
    <message>
      <source>Go to the newest call</source>
      <translation>Pergi ke panggilan terbaharu</translation>
    </message>
    <message>
      <source>Open the newest call in the CRM</source>
      <translation>Buka panggilan terbaharu dalam CRM</translation>
    </message>
    <message>
      <source>Or the one on the clipboard. Where there are several, you choose.</source>
      <translation>Atau yang ada pada papan klip. Jika ada beberapa, anda pilih.</translation>
    </message>
    <message>
      <source>Then Tab moves between its buttons, Enter presses one, and Esc goes back.</source>
      <translation>Kemudian Tab bergerak antara butang, Enter menekannya, dan Esc kembali.</translation>
    </message>
  </context>
  <context>
    <name>Latency</name>
    <message>
      <source>%1 ms</source>
      <translation>%1 ms</translation>
    </message>
    <message>
      <source>95 of 100 within</source>
      <translation>95 daripada 100 dalam masa</translation>
    </message>
    <message>
      <source>99 of 100 within</source>
      <translation>99 daripada 100 dalam masa</translation>
    </message>
    <message>
      <source>Half of them within</source>
      <translation>Separuh dalam masa</translation>
    </message>
    <message>
      <source>No pop was painted on these days.</source>
      <translation>Tiada tetingkap timbul dipaparkan pada hari-hari ini.</translation>
    </message>
    <message>
      <source>Pops: %1. Half of them were read within %2 ms, and given to the window within %3 ms.</source>
      <translation>Tetingkap timbul: %1. Separuh dibaca dalam %2 ms dan dihantar ke tetingkap dalam %3 ms.</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Agent Desktop</source>
      <translation>Agent Desktop</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Panggil balik</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kenalan</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Sejarah</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Sekarang</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Tetapan</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Pasukan</translation>
    </message>
    <message>
      <source>The number is on the list of call-backs.</source>
      <translation>Nombor itu ada dalam senarai panggil balik.</translation>
    </message>
  </context>
  <context>
    <name>MiniWindow</name>
    <message>
      <source>Agent Desktop</source>
      <translation>Agent Desktop</translation>
    </message>
    <message>
      <source>Dial</source>
      <translation>Dail</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Jeda</translation>
    </message>
  </context>
  <context>
    <name>MissedLine</name>
    <message>
      <source>Details of the call of %1</source>
      <translation>Butiran panggilan %1</translation>
    </message>
    <message>
      <source>Details…</source>
      <translation>Butiran…</translation>
    </message>
  </context>
  <context>
    <name>MissedPops</name>
    <message>
      <source>And %1 more: “agent-desktop audit” lists them.</source>
      <translation>Dan %1 lagi: “agent-desktop audit” menyenaraikannya.</translation>
    </message>
    <message>
      <source>Calls that rang you: %1. Each of them popped.</source>
      <translation>Panggilan yang berdering di sini: %1. Semuanya dipaparkan.</translation>
    </message>
    <message>
      <source>Calls that rang you: %1. Popped: %2. Here is why the others did not:</source>
      <translation>Panggilan yang berdering di sini: %1. Dipaparkan: %2. Inilah sebab yang lain tidak:</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Mencari…</translation>
    </message>
    <message>
      <source>No call rang you on these days.</source>
      <translation>Tiada panggilan berdering di sini pada hari-hari ini.</translation>
    </message>
    <message>
      <source>Only the latest %1 calls were looked at.</source>
      <translation>Hanya %1 panggilan terkini disemak.</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
  </context>
  <context>
    <name>NoteEditor</name>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Note about this call. Enter keeps it, Esc does not.</source>
      <translation>Nota panggilan ini. Enter untuk simpan, Esc untuk batal.</translation>
    </message>
  </context>
  <context>
    <name>NoticeBar</name>
    <message>
      <source>and %1 more</source>
      <translation>dan %1 lagi</translation>
    </message>
  </context>
  <context>
    <name>NoticeLine</name>
    <message>
      <source>Dismiss</source>
      <translation>Tutup</translation>
    </message>
  </context>
  <context>
    <name>NowPanel</name>
    <message>
      <source>All calls</source>
      <translation>Semua panggilan</translation>
    </message>
    <message>
      <source>Calls at this desk</source>
      <translation>Panggilan di meja ini</translation>
    </message>
    <message>
      <source>Looking for calls…</source>
      <translation>Mencari panggilan…</translation>
    </message>
    <message>
      <source>News from the PBX</source>
      <translation>Berita daripada PBX</translation>
    </message>
    <message>
      <source>No call at the moment.</source>
      <translation>Tiada panggilan buat masa ini.</translation>
    </message>
    <message>
      <source>No calls yet today.</source>
      <translation>Belum ada panggilan hari ini.</translation>
    </message>
    <message>
      <source>Not listening yet.</source>
      <translation>Belum menerima berita.</translation>
    </message>
    <message>
      <source>The address that the vendor must call:</source>
      <translation>Alamat yang perlu dihubungi oleh pembekal:</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
    <message>
      <source>last heard %1</source>
      <translation>kali terakhir %1</translation>
    </message>
  </context>
  <context>
    <name>NumberRow</name>
    <message>
      <source>Number</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Remove this number</source>
      <translation>Buang nombor ini</translation>
    </message>
    <message>
      <source>What the number is</source>
      <translation>Jenis nombor</translation>
    </message>
  </context>
  <context>
    <name>PastCall</name>
    <message>
      <source>Dial</source>
      <translation>Dail</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Dail %1</translation>
    </message>
  </context>
  <context>
    <name>PauseButton</name>
    <message>
      <source>Pause ▾</source>
      <translation>Jeda ▾</translation>
    </message>
    <message>
      <source>Pausing…</source>
      <translation>Memulakan jeda…</translation>
    </message>
    <message>
      <source>Releasing…</source>
      <translation>Menamatkan jeda…</translation>
    </message>
    <message>
      <source>Without a reason</source>
      <translation>Tanpa sebab</translation>
    </message>
  </context>
  <context>
    <name>PlayerBar</name>
    <message>
      <source>Close the recording (Esc)</source>
      <translation>Tutup rakaman (Esc)</translation>
    </message>
    <message>
      <source>Fetching the recording: %1 MB</source>
      <translation>Mengambil rakaman: %1 MB</translation>
    </message>
    <message>
      <source>Fetching the recording: %1 of %2 MB</source>
      <translation>Mengambil rakaman: %1 daripada %2 MB</translation>
    </message>
    <message>
      <source>Fetching the recording…</source>
      <translation>Mengambil rakaman…</translation>
    </message>
    <message>
      <source>Pause (Space)</source>
      <translation>Jeda (Space)</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>Main (Space)</translation>
    </message>
    <message>
      <source>Position in the recording</source>
      <translation>Kedudukan dalam rakaman</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Rakaman</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>Simpan sebagai…</translation>
    </message>
    <message>
      <source>Save the recording</source>
      <translation>Simpan rakaman</translation>
    </message>
    <message>
      <source>Save the recording (S)</source>
      <translation>Simpan rakaman (S)</translation>
    </message>
    <message>
      <source>Saved as %1</source>
      <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Menyimpan…</translation>
    </message>
    <message>
      <source>Sound files (*.%1)</source>
      <translation>Fail bunyi (*.%1)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Kelajuan</translation>
    </message>
    <message>
      <source>Speed (+ and -)</source>
      <translation>Kelajuan (+ dan -)</translation>
    </message>
    <message>
      <source>The recording cannot be played here. Save it and try another program.</source>
      <translation>Rakaman tidak dapat dimainkan di sini. Simpan dan cuba program lain.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Cuba lagi</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Kelantangan</translation>
    </message>
    <message>
      <source>You can save the recording and hear it elsewhere.</source>
      <translation>Anda boleh menyimpan rakaman dan mendengarnya di tempat lain.</translation>
    </message>
  </context>
  <context>
    <name>PopWindow</name>
    <message>
      <source>+%1 more</source>
      <translation>+%1 lagi</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Panggilan</translation>
    </message>
  </context>
  <context>
    <name>QAbstractSpinBox</name>
    <message>
      <source>&amp;Select All</source>
      <translation>Pilih &amp;semua</translation>
    </message>
    <message>
      <source>&amp;Step up</source>
      <translation>&amp;Naik</translation>
    </message>
    <message>
      <source>Step &amp;down</source>
      <translation>&amp;Turun</translation>
    </message>
  </context>
  <context>
    <name>QDialogButtonBox</name>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>%1 already exists.
Do you want to replace it?</source>
      <translation>%1 sudah wujud.
Adakah anda mahu menggantikannya?</translation>
    </message>
    <message>
      <source>&amp;Choose</source>
      <translation>&amp;Pilih</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>&amp;Padam</translation>
    </message>
    <message>
      <source>&amp;Look in:</source>
      <translation>&amp;Lihat dalam:</translation>
    </message>
    <message>
      <source>&amp;New Folder</source>
      <translation>Folder &amp;baharu</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>&amp;Buka</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>&amp;Namakan semula</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Simpan</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Create New Folder</source>
      <translation>Cipta folder baharu</translation>
    </message>
    <message>
      <source>Detail View</source>
      <translation>Paparan butiran</translation>
    </message>
    <message>
      <source>Directory:</source>
      <translation>Folder:</translation>
    </message>
    <message>
      <source>File &amp;name:</source>
      <translation>&amp;Nama fail:</translation>
    </message>
    <message>
      <source>Files of &amp;type:</source>
      <translation>&amp;Jenis fail:</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Maju</translation>
    </message>
    <message>
      <source>List View</source>
      <translation>Paparan senarai</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Parent Directory</source>
      <translation>Folder induk</translation>
    </message>
    <message>
      <source>Save As</source>
      <translation>Simpan sebagai</translation>
    </message>
    <message>
      <source>Show &amp;hidden files</source>
      <translation>Tunjukkan fail &amp;tersembunyi</translation>
    </message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message>
      <source>Date Modified</source>
      <translation>Tarikh diubah</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Saiz</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>Jenis</translation>
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Salin</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>Tam&amp;pal</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>Buat s&amp;emula</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Buat asal</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>Po&amp;tong</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Padam</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>Pilih semua</translation>
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>&amp;No</source>
      <translation>&amp;Tidak</translation>
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation>&amp;Ya</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Guna</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Bantuan</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Tetap semula</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Salin</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>Tam&amp;pal</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>Buat s&amp;emula</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Buat asal</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>Po&amp;tong</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Padam</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>Pilih semua</translation>
    </message>
  </context>
  <context>
    <name>QueueTiles</name>
    <message>
      <source>Queues</source>
      <translation>Baris gilir</translation>
    </message>
  </context>
  <context>
    <name>Quitting</name>
    <message>
      <source>A call is going on. Quit all the same?</source>
      <translation>Panggilan sedang berlangsung. Keluar juga?</translation>
    </message>
    <message>
      <source>Agent Desktop</source>
      <translation>Agent Desktop</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Kekal</translation>
    </message>
    <message>
      <source>The call itself stays on your phone. Until you start Agent Desktop again, nothing pops up.</source>
      <translation>Panggilan itu kekal pada telefon anda. Tiada tetingkap timbul sehingga anda memulakan Agent Desktop semula.</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Panels</source>
      <translation>Panel</translation>
    </message>
  </context>
  <context>
    <name>ReasonMenu</name>
    <message>
      <source>Without a reason</source>
      <translation>Tanpa sebab</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>Reports (*.zip)</source>
      <translation>Laporan (*.zip)</translation>
    </message>
    <message>
      <source>Save a report</source>
      <translation>Simpan laporan</translation>
    </message>
    <message>
      <source>Save a report…</source>
      <translation>Simpan laporan…</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Menulis…</translation>
    </message>
    <message>
      <source>Written: %1. Look into it before you send it.</source>
      <translation>Ditulis: %1. Semak isinya sebelum menghantarnya.</translation>
    </message>
  </context>
  <context>
    <name>Ringtone</name>
    <message>
      <source>The ringtone is silent: %1</source>
      <translation>Nada dering senyap: %1</translation>
    </message>
  </context>
  <context>
    <name>RuleForm</name>
    <message>
      <source>Address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Do this</source>
      <translation>Buat ini</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Untuk</translation>
    </message>
    <message>
      <source>It can hold %1</source>
      <translation>Boleh mengandungi %1</translation>
    </message>
    <message>
      <source>JSON, or a form such as tel={phone}</source>
      <translation>JSON, atau borang seperti tel={phone}</translation>
    </message>
    <message>
      <source>Keep the rule</source>
      <translation>Simpan peraturan</translation>
    </message>
    <message>
      <source>Of these queues (optional)</source>
      <translation>Dari baris gilir ini (pilihan)</translation>
    </message>
    <message>
      <source>Open an address in the browser</source>
      <translation>Buka alamat dalam pelayar</translation>
    </message>
    <message>
      <source>Send a request (GET)</source>
      <translation>Hantar permintaan (GET)</translation>
    </message>
    <message>
      <source>Send a request with a text (POST)</source>
      <translation>Hantar permintaan dengan teks (POST)</translation>
    </message>
    <message>
      <source>Separated by commas; empty for all of them.</source>
      <translation>Dipisahkan dengan koma; kosong untuk semua.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Uji</translation>
    </message>
    <message>
      <source>Text to send</source>
      <translation>Teks untuk dihantar</translation>
    </message>
    <message>
      <source>To these numbers of yours (optional)</source>
      <translation>Ke nombor anda ini (pilihan)</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Bila</translation>
    </message>
    <message>
      <source>any call</source>
      <translation>semua panggilan</translation>
    </message>
    <message>
      <source>incoming</source>
      <translation>masuk</translation>
    </message>
    <message>
      <source>outgoing</source>
      <translation>keluar</translation>
    </message>
  </context>
  <context>
    <name>RuleLine</name>
    <message>
      <source>Change</source>
      <translation>Ubah</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Uji</translation>
    </message>
    <message>
      <source>any call</source>
      <translation>semua panggilan</translation>
    </message>
    <message>
      <source>incoming</source>
      <translation>masuk</translation>
    </message>
    <message>
      <source>outgoing</source>
      <translation>keluar</translation>
    </message>
    <message>
      <source>queue %1</source>
      <translation>baris gilir %1</translation>
    </message>
    <message>
      <source>to %1</source>
      <translation>ke %1</translation>
    </message>
  </context>
  <context>
    <name>SettingsForm</name>
    <message>
      <source>Discard</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Nothing was saved: one of the fields cannot be right.</source>
      <translation>Tiada yang disimpan: salah satu medan tidak betul.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Disimpan.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Menyimpan…</translation>
    </message>
  </context>
  <context>
    <name>SettingsPanel</name>
    <message>
      <source>About</source>
      <translation>Perihal</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Paparan</translation>
    </message>
    <message>
      <source>CRM</source>
      <translation>CRM</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Panggil balik</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Sambungan PBX</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnostik</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Kekunci</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Pauses</source>
      <translation>Jeda</translation>
    </message>
    <message>
      <source>Screen pop</source>
      <translation>Tetingkap timbul</translation>
    </message>
  </context>
  <context>
    <name>SpyButtons</name>
    <message>
      <source>Barge in</source>
      <translation>Sertai</translation>
    </message>
    <message>
      <source>Everybody hears you.</source>
      <translation>Semua orang mendengar anda.</translation>
    </message>
    <message>
      <source>Hear the call; nobody hears you.</source>
      <translation>Dengar panggilan; tiada siapa mendengar anda.</translation>
    </message>
    <message>
      <source>Listen</source>
      <translation>Dengar</translation>
    </message>
    <message>
      <source>Only the member hears you.</source>
      <translation>Hanya ahli mendengar anda.</translation>
    </message>
    <message>
      <source>Whisper</source>
      <translation>Bisik</translation>
    </message>
  </context>
  <context>
    <name>SyncLine</name>
    <message>
      <source>Ask for them</source>
      <translation>Minta</translation>
    </message>
    <message>
      <source>Asking the PBX for its records…</source>
      <translation>Meminta rekod daripada PBX…</translation>
    </message>
    <message>
      <source>Asking the PBX: day %1 of %2, %3 calls new</source>
      <translation>Menyemak PBX: hari %1 daripada %2, %3 panggilan baharu</translation>
    </message>
    <message>
      <source>Asking the PBX: day %1 of %2, 1 call new</source>
      <translation>Menyemak PBX: hari %1 daripada %2, 1 panggilan baharu</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Henti</translation>
    </message>
    <message>
      <source>Stopped. The rest comes with the next sync.</source>
      <translation>Dihentikan. Selebihnya diambil pada penyegerakan berikutnya.</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Segerakkan</translation>
    </message>
    <message>
      <source>Synced with the PBX %1</source>
      <translation>Segerak PBX %1</translation>
    </message>
    <message>
      <source>The PBX was not asked for the calls of %1 of these days yet.</source>
      <translation>Panggilan bagi %1 daripada hari-hari ini belum diminta daripada PBX.</translation>
    </message>
    <message>
      <source>The PBX was not asked for the calls of one day yet.</source>
      <translation>Panggilan bagi satu hari belum diminta daripada PBX.</translation>
    </message>
  </context>
  <context>
    <name>TeamModel</name>
    <message>
      <source>%1 · you</source>
      <translation>%1 · anda</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Panggilan</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Selama</translation>
    </message>
    <message>
      <source>Member</source>
      <translation>Ahli</translation>
    </message>
    <message>
      <source>Queues</source>
      <translation>Baris gilir</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
  </context>
  <context>
    <name>TeamPanel</name>
    <message>
      <source>Ask the PBX</source>
      <translation>Semak PBX</translation>
    </message>
    <message>
      <source>Asked the PBX %1</source>
      <translation>Disemak dengan PBX %1</translation>
    </message>
    <message>
      <source>Asking the PBX for the team…</source>
      <translation>Meminta data pasukan daripada PBX…</translation>
    </message>
    <message>
      <source>Asking the PBX…</source>
      <translation>Menyemak dengan PBX…</translation>
    </message>
    <message>
      <source>Barge in</source>
      <translation>Sertai</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Salin baris</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Dail %1</translation>
    </message>
    <message>
      <source>Listen</source>
      <translation>Dengar</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Jeda</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Segar semula</translation>
    </message>
    <message>
      <source>Release from pause</source>
      <translation>Tamatkan jeda</translation>
    </message>
    <message>
      <source>Talk to the callee only</source>
      <translation>Cakap dengan pihak dipanggil sahaja</translation>
    </message>
    <message>
      <source>Talk to the caller only</source>
      <translation>Cakap dengan pemanggil sahaja</translation>
    </message>
    <message>
      <source>The PBX names no queue with members.</source>
      <translation>PBX tidak menyenaraikan baris gilir yang ada ahli.</translation>
    </message>
    <message>
      <source>The PBX was asked to pause %1.</source>
      <translation>PBX diminta menjedakan %1.</translation>
    </message>
    <message>
      <source>The PBX was asked to release %1.</source>
      <translation>PBX diminta menamatkan jeda %1.</translation>
    </message>
    <message>
      <source>The PBX was not asked for the team yet.</source>
      <translation>Data pasukan belum diminta daripada PBX.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Cuba lagi</translation>
    </message>
    <message>
      <source>Whisper to the member</source>
      <translation>Bisik kepada ahli</translation>
    </message>
    <message>
      <source>Your phone rings: answer it to join the call of %1.</source>
      <translation>Telefon anda berdering: jawab untuk masuk ke panggilan %1.</translation>
    </message>
  </context>
  <context>
    <name>TeamTable</name>
    <message>
      <source>Team</source>
      <translation>Pasukan</translation>
    </message>
  </context>
  <context>
    <name>TimeDialog</name>
    <message>
      <source>Set</source>
      <translation>Tetapkan</translation>
    </message>
  </context>
  <context>
    <name>Tone</name>
    <message>
      <source>Choose another sound file in the settings.</source>
      <translation>Pilih fail bunyi lain dalam tetapan.</translation>
    </message>
    <message>
      <source>The ringtone %1 cannot be played.</source>
      <translation>Nada dering %1 tidak dapat dimainkan.</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>Agent Desktop is still running.</source>
      <translation>Agent Desktop masih berjalan.</translation>
    </message>
    <message>
      <source>Call-backs: %1</source>
      <translation>Panggil balik: %1</translation>
    </message>
    <message>
      <source>Do not disturb: calls are not shown</source>
      <translation>Jangan ganggu: panggilan tidak ditunjukkan</translation>
    </message>
    <message>
      <source>Its icon is in the tray. Quit it from there.</source>
      <translation>Ikonnya ada dalam dulang sistem. Keluar dari situ.</translation>
    </message>
    <message>
      <source>Privacy mode: names and numbers are masked</source>
      <translation>Mod privasi: nama dan nombor disembunyikan</translation>
    </message>
    <message>
      <source>confirmed by the PBX at %1</source>
      <translation>disahkan PBX pada %1</translation>
    </message>
  </context>
  <context>
    <name>TrayMenu</name>
    <message>
      <source>Call-backs</source>
      <translation>Panggil balik</translation>
    </message>
    <message>
      <source>Call-backs (%1)</source>
      <translation>Panggil balik (%1)</translation>
    </message>
    <message>
      <source>Dial…</source>
      <translation>Dail…</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Jangan ganggu</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Sejarah</translation>
    </message>
    <message>
      <source>Open Agent Desktop</source>
      <translation>Buka Agent Desktop</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Jeda</translation>
    </message>
    <message>
      <source>Privacy mode</source>
      <translation>Mod privasi</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Tetapan</translation>
    </message>
  </context>
  <context>
    <name>WayTest</name>
    <message>
      <source>It was acknowledged to the sender after %1 ms.</source>
      <translation>Penghantar menerima pengesahan selepas %1 ms.</translation>
    </message>
    <message>
      <source>Not tested yet.</source>
      <translation>Belum diuji.</translation>
    </message>
    <message>
      <source>Test the way of a call</source>
      <translation>Uji laluan panggilan</translation>
    </message>
    <message>
      <source>Tested %1</source>
      <translation>Diuji %1</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Menguji…</translation>
    </message>
  </context>
  <context>
    <name>WebhookAddress</name>
    <message>
      <source>Copied</source>
      <translation>Disalin</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Sembunyi</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tunjuk</translation>
    </message>
    <message>
      <source>There is none while the listener is closed.</source>
      <translation>Tiada semasa penerima webhook ditutup.</translation>
    </message>
    <message>
      <source>Webhook address for the vendor</source>
      <translation>Alamat webhook untuk pembekal</translation>
    </message>
  </context>
  <context>
    <name>WrapUpLine</name>
    <message>
      <source>More time</source>
      <translation>Tambah masa</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Sedia</translation>
    </message>
    <message>
      <source>Wrap-up ends in %1</source>
      <translation>Masa urusan tamat dalam %1</translation>
    </message>
  </context>
  <context>
    <name>audio</name>
    <message>
      <source>A part that plays sound is missing on this computer.</source>
      <translation>Komponen untuk memainkan bunyi tiada pada komputer ini.</translation>
    </message>
    <message>
      <source>Plug in a headset or loudspeakers.</source>
      <translation>Sambungkan set kepala atau pembesar suara.</translation>
    </message>
    <message>
      <source>Restart the computer, or ask your administrator.</source>
      <translation>Mulakan semula komputer, atau tanya pentadbir anda.</translation>
    </message>
    <message>
      <source>This computer has no sound device.</source>
      <translation>Komputer ini tiada peranti bunyi.</translation>
    </message>
    <message>
      <source>This computer's sound does not answer.</source>
      <translation>Sistem bunyi komputer ini tidak memberi respons.</translation>
    </message>
    <message>
      <source>“agent-desktop doctor” says how to bring it.</source>
      <translation>“agent-desktop doctor” menunjukkan cara memasangnya.</translation>
    </message>
  </context>
  <context>
    <name>audit</name>
    <message>
      <source>Agent Desktop ended just then.</source>
      <translation>Agent Desktop tamat ketika itu.</translation>
    </message>
    <message>
      <source>Agent Desktop ran, but could not listen for the PBX at that time.</source>
      <translation>Agent Desktop berjalan, tetapi tidak dapat menerima berita PBX ketika itu.</translation>
    </message>
    <message>
      <source>Agent Desktop was not running, or the computer slept.</source>
      <translation>Agent Desktop tidak berjalan, atau komputer tidur.</translation>
    </message>
    <message>
      <source>It rang in your quiet hours.</source>
      <translation>Berdering pada waktu senyap anda.</translation>
    </message>
    <message>
      <source>It rang too shortly for a desk that asks the PBX now and then.</source>
      <translation>Deringannya terlalu singkat bagi meja yang hanya menyemak PBX sekali-sekala.</translation>
    </message>
    <message>
      <source>It was over, or answered elsewhere, %1 ms after we heard of it: before it could be shown.</source>
      <translation>Ia tamat atau dijawab di tempat lain, %1 ms selepas kami mengetahuinya: sebelum sempat ditunjukkan.</translation>
    </message>
    <message>
      <source>Its card waited behind four others until the call was over.</source>
      <translation>Kadnya menunggu di belakang empat kad lain sehingga panggilan tamat.</translation>
    </message>
    <message>
      <source>Its card was dismissed before it could be seen.</source>
      <translation>Kadnya ditutup sebelum sempat dilihat.</translation>
    </message>
    <message>
      <source>Nothing arrived from the PBX: it sent nothing, or it was lost on its way.</source>
      <translation>Tiada apa-apa diterima daripada PBX: ia tidak menghantar, atau hilang di tengah jalan.</translation>
    </message>
    <message>
      <source>Screen pops were switched off.</source>
      <translation>Tetingkap timbul dimatikan.</translation>
    </message>
    <message>
      <source>The PBX told of it when it was over.</source>
      <translation>PBX memberitahunya selepas ia tamat.</translation>
    </message>
    <message>
      <source>The PBX told only that it ended, not that it rang here.</source>
      <translation>PBX hanya memberitahu ia tamat, bukan ia berdering di sini.</translation>
    </message>
    <message>
      <source>The desktop's notification was shown instead of the pop.</source>
      <translation>Pemberitahuan desktop ditunjukkan sebagai ganti tetingkap timbul.</translation>
    </message>
    <message>
      <source>We do not know why. Please send a report.</source>
      <translation>Sebabnya tidak diketahui. Sila hantar laporan.</translation>
    </message>
    <message>
      <source>You did not want to be disturbed.</source>
      <translation>Anda menghidupkan “Jangan ganggu”.</translation>
    </message>
  </context>
  <context>
    <name>call_backs</name>
    <message>
      <source>%1×</source>
      <translation>%1×</translation>
    </message>
    <message>
      <source>Answered by %1</source>
      <translation>Dijawab oleh %1</translation>
    </message>
    <message>
      <source>Called</source>
      <translation>Kali</translation>
    </message>
    <message>
      <source>Called back by %1</source>
      <translation>Dipanggil balik oleh %1</translation>
    </message>
    <message>
      <source>Done %1</source>
      <translation>Selesai %1</translation>
    </message>
    <message>
      <source>Due %1</source>
      <translation>Perlu %1</translation>
    </message>
    <message>
      <source>Due since %1</source>
      <translation>Perlu sejak %1</translation>
    </message>
    <message>
      <source>Last called</source>
      <translation>Terakhir</translation>
    </message>
    <message>
      <source>Last tried %1</source>
      <translation>Cubaan terakhir %1</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Baris gilir</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Keadaan</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Cuba</translation>
    </message>
    <message>
      <source>Until %1</source>
      <translation>Hingga %1</translation>
    </message>
    <message>
      <source>Waited</source>
      <translation>Tunggu</translation>
    </message>
    <message>
      <source>Waits %1</source>
      <translation>Menunggu %1</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>added %1</source>
      <translation>tambah %1</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>tidak diketahui</translation>
    </message>
  </context>
  <context>
    <name>contacts</name>
    <message>
      <source>Characters</source>
      <translation>Pengekodan</translation>
    </message>
    <message>
      <source>Column %1</source>
      <translation>Lajur %1</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Koma</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Syarikat</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Abaikan</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Page in the CRM</source>
      <translation>Halaman dalam CRM</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Koma bertitik</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Pemisah</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tab</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tag</translation>
    </message>
    <message>
      <source>The first row has headings</source>
      <translation>Baris pertama ialah tajuk</translation>
    </message>
    <message>
      <source>VIP: yes or no</source>
      <translation>VIP: ya atau tidak</translation>
    </message>
    <message>
      <source>Vertical bar</source>
      <translation>Palang tegak</translation>
    </message>
    <message>
      <source>What the number is</source>
      <translation>Jenis nombor</translation>
    </message>
    <message>
      <source>Windows, Vietnamese</source>
      <translation>Windows, Vietnam</translation>
    </message>
    <message>
      <source>Windows, Western</source>
      <translation>Windows, Barat</translation>
    </message>
  </context>
  <context>
    <name>desk</name>
    <message>
      <source>%1 GB of disk are free.</source>
      <translation>%1 GB ruang cakera kosong.</translation>
    </message>
    <message>
      <source>%1 It is kept as %2, and a new one was begun.</source>
      <translation>%1 Ia disimpan sebagai %2, dan yang baharu dimulakan.</translation>
    </message>
    <message>
      <source>%1 call-backs are due.</source>
      <translation>%1 panggilan balik perlu dibuat.</translation>
    </message>
    <message>
      <source>%1 cannot be used: %2.</source>
      <translation>%1 tidak boleh digunakan: %2.</translation>
    </message>
    <message>
      <source>%1 cannot be written: %2.</source>
      <translation>%1 tidak dapat ditulis: %2.</translation>
    </message>
    <message>
      <source>%1 days</source>
      <translation>%1 hari</translation>
    </message>
    <message>
      <source>%1 does not say what kind of file it is to be.</source>
      <translation>%1 tidak menunjukkan jenis fail.</translation>
    </message>
    <message>
      <source>%1 hours</source>
      <translation>%1 jam</translation>
    </message>
    <message>
      <source>%1 is a folder.</source>
      <translation>%1 ialah folder.</translation>
    </message>
    <message>
      <source>%1 is not an address of this computer.</source>
      <translation>%1 bukan alamat komputer ini.</translation>
    </message>
    <message>
      <source>%1 may not be written in %2.</source>
      <translation>%1 tidak boleh ditulis dalam %2.</translation>
    </message>
    <message>
      <source>%1 minutes</source>
      <translation>%1 minit</translation>
    </message>
    <message>
      <source>%1, dialled as it is</source>
      <translation>%1, didail seadanya</translation>
    </message>
    <message>
      <source>%1: %2 added</source>
      <translation>%1: %2 ditambah</translation>
    </message>
    <message>
      <source>%1: %2 became %3</source>
      <translation>%1: %2 menjadi %3</translation>
    </message>
    <message>
      <source>%1: %2 left out</source>
      <translation>%1: %2 ditinggalkan</translation>
    </message>
    <message>
      <source>%1: the %2 after %3 left out</source>
      <translation>%1: %2 selepas %3 ditinggalkan</translation>
    </message>
    <message>
      <source>%1; extension %2 left out</source>
      <translation>%1; sambungan %2 ditinggalkan</translation>
    </message>
    <message>
      <source>1 day</source>
      <translation>1 hari</translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 jam</translation>
    </message>
    <message>
      <source>1 minute</source>
      <translation>1 minit</translation>
    </message>
    <message>
      <source>A call to this number may cost extra.</source>
      <translation>Panggilan ke nombor ini mungkin dikenakan caj tambahan.</translation>
    </message>
    <message>
      <source>A call with this customer is under way.</source>
      <translation>Panggilan dengan pelanggan ini sedang berlangsung.</translation>
    </message>
    <message>
      <source>A call-back is due.</source>
      <translation>Satu panggilan balik perlu dibuat.</translation>
    </message>
    <message>
      <source>A contact needs a name or a company.</source>
      <translation>Kenalan perlu ada nama atau syarikat.</translation>
    </message>
    <message>
      <source>A line of the card is none of a vCard.</source>
      <translation>Satu baris pada kad bukan baris vCard.</translation>
    </message>
    <message>
      <source>A quotation mark is not closed.</source>
      <translation>Tanda petik tidak ditutup.</translation>
    </message>
    <message>
      <source>A secret is not to be copied into a file.</source>
      <translation>Rahsia tidak boleh disalin ke dalam fail.</translation>
    </message>
    <message>
      <source>A setting is not valid.</source>
      <translation>Ada tetapan yang tidak sah.</translation>
    </message>
    <message>
      <source>A spreadsheet rounded the number: it cannot be told any more. Format its column as text.</source>
      <translation>Hamparan telah membundarkan nombor ini, jadi nombor asal tidak diketahui lagi. Formatkan lajurnya sebagai teks.</translation>
    </message>
    <message>
      <source>A test call to %1 did not arrive: the PBX's calls would not pop.</source>
      <translation>Panggilan ujian ke %1 tidak sampai: panggilan PBX tidak akan timbul.</translation>
    </message>
    <message>
      <source>A test from this computer ends at its door; the PBX's calls need not.</source>
      <translation>Ujian dari komputer ini ditolak di situ; panggilan PBX tidak semestinya.</translation>
    </message>
    <message>
      <source>A webhook arrives at %1: a test call was read after %2 ms.</source>
      <translation>Webhook sampai di %1: panggilan ujian dibaca selepas %2 ms.</translation>
    </message>
    <message>
      <source>Add one in the settings, under CRM.</source>
      <translation>Tambah satu dalam tetapan, di bawah CRM.</translation>
    </message>
    <message>
      <source>Agent Desktop %1 for the profile %2.</source>
      <translation>Agent Desktop %1 untuk profil %2.</translation>
    </message>
    <message>
      <source>Agent Desktop is already running for this profile.</source>
      <translation>Agent Desktop sudah berjalan untuk profil ini.</translation>
    </message>
    <message>
      <source>Agent Desktop is not running.</source>
      <translation>Agent Desktop tidak berjalan.</translation>
    </message>
    <message>
      <source>Agent Desktop is not set up yet.</source>
      <translation>Agent Desktop belum disediakan.</translation>
    </message>
    <message>
      <source>Agent Desktop is still starting.</source>
      <translation>Agent Desktop masih bermula.</translation>
    </message>
    <message>
      <source>Agent Desktop registers itself for them with 'agent-desktop doctor --fix', too.</source>
      <translation>Perintah 'agent-desktop doctor --fix' juga mendaftarkan Agent Desktop untuk pautan ini.</translation>
    </message>
    <message>
      <source>An address begins with https:// or http://, and names a host.</source>
      <translation>Alamat bermula dengan https:// atau http://, dan menyebut nama hos.</translation>
    </message>
    <message>
      <source>An old copy of the history cannot be deleted.</source>
      <translation>Salinan lama sejarah tidak dapat dipadam.</translation>
    </message>
    <message>
      <source>Another export is still being written.</source>
      <translation>Eksport lain masih ditulis.</translation>
    </message>
    <message>
      <source>Another program already listens at %1, port %2.</source>
      <translation>Program lain sudah menggunakan %1, port %2.</translation>
    </message>
    <message>
      <source>Another program has this key already. Choose another one.</source>
      <translation>Program lain sudah menggunakan kekunci ini. Pilih yang lain.</translation>
    </message>
    <message>
      <source>Another program holds the call journal.</source>
      <translation>Program lain sedang memegang jurnal panggilan.</translation>
    </message>
    <message>
      <source>Another program reads it: close that, and delete the customer once more.</source>
      <translation>Program lain sedang membacanya: tutup program itu, dan padam pelanggan sekali lagi.</translation>
    </message>
    <message>
      <source>Ask for fewer days; if it was one day, tell your administrator.</source>
      <translation>Minta hari yang lebih sedikit; jika hanya satu hari, beritahu pentadbir anda.</translation>
    </message>
    <message>
      <source>Ask your administrator for it.</source>
      <translation>Minta daripada pentadbir anda.</translation>
    </message>
    <message>
      <source>Ask your administrator for the right to hear recordings.</source>
      <translation>Minta hak mendengar rakaman daripada pentadbir anda.</translation>
    </message>
    <message>
      <source>Ask your administrator to install the certificate's authority here, or to check the PBX address.</source>
      <translation>Minta pentadbir memasang pihak berkuasa sijil di sini, atau menyemak alamat PBX.</translation>
    </message>
    <message>
      <source>Ask your administrator to offer recordings by https.</source>
      <translation>Minta pentadbir menyediakan rakaman melalui https.</translation>
    </message>
    <message>
      <source>Ask your administrator whether recordings have moved.</source>
      <translation>Tanya pentadbir anda sama ada rakaman telah dipindahkan.</translation>
    </message>
    <message>
      <source>Ask your administrator whether the registry is locked.</source>
      <translation>Tanya pentadbir anda sama ada registry dikunci.</translation>
    </message>
    <message>
      <source>Ask your administrator, or try again later.</source>
      <translation>Tanya pentadbir anda, atau cuba lagi nanti.</translation>
    </message>
    <message>
      <source>Ask your administrator.</source>
      <translation>Tanya pentadbir anda.</translation>
    </message>
    <message>
      <source>Asking the PBX every %1 seconds.</source>
      <translation>Menyemak PBX setiap %1 saat.</translation>
    </message>
    <message>
      <source>Asking the PBX every second.</source>
      <translation>Menyemak PBX setiap saat.</translation>
    </message>
    <message>
      <source>Build and install the app (see packaging/README.md), start it, and choose this there.</source>
      <translation>Bina dan pasang aplikasi itu (lihat packaging/README.md), mulakan, kemudian pilih ini di sana.</translation>
    </message>
    <message>
      <source>Check its name and its permissions.</source>
      <translation>Semak nama dan kebenarannya.</translation>
    </message>
    <message>
      <source>Check its permissions and the free space.</source>
      <translation>Semak kebenarannya dan ruang kosong.</translation>
    </message>
    <message>
      <source>Check that %1 and %2 are PEM files that belong together, without a password.</source>
      <translation>Pastikan %1 dan %2 ialah fail PEM yang sepadan, tanpa kata laluan.</translation>
    </message>
    <message>
      <source>Check that you may write to the folder of your profile.</source>
      <translation>Pastikan anda boleh menulis ke folder profil anda.</translation>
    </message>
    <message>
      <source>Check that your phone is on and registered, then dial again; if it stays so, tell your administrator.</source>
      <translation>Pastikan telefon anda hidup dan berdaftar, kemudian dail lagi; jika masih begitu, beritahu pentadbir anda.</translation>
    </message>
    <message>
      <source>Check that your phone is on.</source>
      <translation>Pastikan telefon anda hidup.</translation>
    </message>
    <message>
      <source>Check the CRM's address in the settings, and the network; what waits is sent when it answers again.</source>
      <translation>Semak alamat CRM dalam tetapan, dan rangkaian; yang menunggu akan dihantar apabila CRM menjawab semula.</translation>
    </message>
    <message>
      <source>Check the PBX address in the settings, and the network.</source>
      <translation>Semak alamat PBX dalam tetapan, dan rangkaian.</translation>
    </message>
    <message>
      <source>Check the PBX address in the settings; if it is right, send a report to your administrator.</source>
      <translation>Semak alamat PBX dalam tetapan; jika betul, hantar laporan kepada pentadbir anda.</translation>
    </message>
    <message>
      <source>Check the address of the contact lookup in the settings.</source>
      <translation>Semak alamat carian kenalan dalam tetapan.</translation>
    </message>
    <message>
      <source>Check the certificate and key files in the settings.</source>
      <translation>Semak fail sijil dan kunci dalam tetapan.</translation>
    </message>
    <message>
      <source>Check the disk, and that it is connected.</source>
      <translation>Semak cakera, dan pastikan ia bersambung.</translation>
    </message>
    <message>
      <source>Check the extension; if it is right, carry on.</source>
      <translation>Semak sambungan; jika betul, teruskan.</translation>
    </message>
    <message>
      <source>Check the key, the domain and the extension in the settings with your administrator.</source>
      <translation>Semak kunci API, domain dan sambungan dalam tetapan bersama pentadbir anda.</translation>
    </message>
    <message>
      <source>Check the listen address in the settings.</source>
      <translation>Semak alamat penerimaan dalam tetapan.</translation>
    </message>
    <message>
      <source>Check the name.</source>
      <translation>Semak nama.</translation>
    </message>
    <message>
      <source>Check the network and the PBX address in the settings, then try again.</source>
      <translation>Semak rangkaian dan alamat PBX dalam tetapan, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>Check the network, then try again.</source>
      <translation>Semak rangkaian, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>Check the number and try again.</source>
      <translation>Semak nombor dan cuba lagi.</translation>
    </message>
    <message>
      <source>Check the profile folder and the free space.</source>
      <translation>Semak folder profil dan ruang kosong.</translation>
    </message>
    <message>
      <source>Check the rights and the free space.</source>
      <translation>Semak kebenaran dan ruang kosong.</translation>
    </message>
    <message>
      <source>Check the rule's address and text in the settings.</source>
      <translation>Semak alamat dan teks peraturan dalam tetapan.</translation>
    </message>
    <message>
      <source>Check the tunnel. If calls pop all the same, your network just does not lead back to itself.</source>
      <translation>Semak terowong. Jika panggilan tetap timbul, rangkaian anda cuma tidak berpatah balik ke dirinya sendiri.</translation>
    </message>
    <message>
      <source>Check this computer's date and time; if they are right, your administrator must renew the certificate.</source>
      <translation>Semak tarikh dan masa komputer ini; jika betul, pentadbir anda perlu memperbaharui sijil.</translation>
    </message>
    <message>
      <source>Check this computer's network connection, then try again.</source>
      <translation>Semak rangkaian komputer ini, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>Check whether the PBX address in the settings should begin with http or https, and its port.</source>
      <translation>Semak sama ada alamat PBX dalam tetapan patut bermula dengan http atau https, dan portnya.</translation>
    </message>
    <message>
      <source>Choose Agent Desktop for phone links in its settings, or in your desktop's default programs.</source>
      <translation>Pilih Agent Desktop untuk pautan telefon dalam tetapannya, atau dalam program lalai desktop anda.</translation>
    </message>
    <message>
      <source>Choose Agent Desktop for phone links in its settings.</source>
      <translation>Pilih Agent Desktop untuk pautan telefon dalam tetapannya.</translation>
    </message>
    <message>
      <source>Choose a CSV file or vCards.</source>
      <translation>Pilih fail CSV atau vCard.</translation>
    </message>
    <message>
      <source>Choose a file that was made by 'Back up now'.</source>
      <translation>Pilih fail yang dibuat dengan 'Sandarkan sekarang'.</translation>
    </message>
    <message>
      <source>Choose a folder that is there.</source>
      <translation>Pilih folder yang ada.</translation>
    </message>
    <message>
      <source>Choose a folder that you may write to.</source>
      <translation>Pilih folder yang boleh anda tulis.</translation>
    </message>
    <message>
      <source>Choose a name that ends in .csv or .xlsx.</source>
      <translation>Pilih nama yang berakhir dengan .csv atau .xlsx.</translation>
    </message>
    <message>
      <source>Choose a port above 1023 in the settings.</source>
      <translation>Pilih port melebihi 1023 dalam tetapan.</translation>
    </message>
    <message>
      <source>Choose a port from 1024 to 65535 in the settings.</source>
      <translation>Pilih port dari 1024 hingga 65535 dalam tetapan.</translation>
    </message>
    <message>
      <source>Choose another folder, or close the program that has the file open.</source>
      <translation>Pilih folder lain, atau tutup program yang membuka fail itu.</translation>
    </message>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation>Pilih folder lain, atau kosongkan sedikit ruang.</translation>
    </message>
    <message>
      <source>Choose another name or folder.</source>
      <translation>Pilih nama atau folder lain.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Pilih nama lain.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Pilih tempat lain.</translation>
    </message>
    <message>
      <source>Choose the one to call.</source>
      <translation>Pilih yang hendak dipanggil.</translation>
    </message>
    <message>
      <source>Close programs that have the file journal.db open.</source>
      <translation>Tutup program yang membuka fail journal.db.</translation>
    </message>
    <message>
      <source>Close that program, or choose another port in the settings and tell the vendor the new address.</source>
      <translation>Tutup program itu, atau pilih port lain dalam tetapan dan beritahu pembekal alamat baharu.</translation>
    </message>
    <message>
      <source>Close the program that uses it, or delete it in the profile folder yourself.</source>
      <translation>Tutup program yang menggunakannya, atau padam sendiri dalam folder profil.</translation>
    </message>
    <message>
      <source>Confirm to dial it all the same.</source>
      <translation>Sahkan untuk mendail juga.</translation>
    </message>
    <message>
      <source>Delete them when it is over.</source>
      <translation>Padam selepas panggilan tamat.</translation>
    </message>
    <message>
      <source>Dial it on the phone itself.</source>
      <translation>Dail pada telefon itu sendiri.</translation>
    </message>
    <message>
      <source>End it with .csv or .vcf.</source>
      <translation>Akhiri dengan .csv atau .vcf.</translation>
    </message>
    <message>
      <source>Export them as CSV.</source>
      <translation>Eksport sebagai CSV.</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>Sambungan</translation>
    </message>
    <message>
      <source>Extension %1 has no phone registered.</source>
      <translation>Sambungan %1 tiada telefon berdaftar.</translation>
    </message>
    <message>
      <source>Extension %1 is known there.</source>
      <translation>Sambungan %1 dikenali di sana.</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>nama fail terlalu panjang</translation>
    </message>
    <message>
      <source>Fill in one of them.</source>
      <translation>Isi salah satu.</translation>
    </message>
    <message>
      <source>Fill it in and test again.</source>
      <translation>Isi dan uji lagi.</translation>
    </message>
    <message>
      <source>Free some space for %1.</source>
      <translation>Kosongkan sedikit ruang untuk %1.</translation>
    </message>
    <message>
      <source>Free some space on the disk that holds your profile; recording goes on by itself.</source>
      <translation>Kosongkan sedikit ruang pada cakera profil anda; pencatatan akan bersambung sendiri.</translation>
    </message>
    <message>
      <source>Free some space or choose another folder with --profile.</source>
      <translation>Kosongkan sedikit ruang atau pilih folder lain dengan --profile.</translation>
    </message>
    <message>
      <source>Free some space, or choose another disk.</source>
      <translation>Kosongkan sedikit ruang, atau pilih cakera lain.</translation>
    </message>
    <message>
      <source>Free some space, then try again.</source>
      <translation>Kosongkan sedikit ruang, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>From here, the public address at %1 does not lead to this desk.</source>
      <translation>Dari sini, alamat awam di %1 tidak membawa ke meja ini.</translation>
    </message>
    <message>
      <source>From here, the webhook address at %1 does not lead to this desk.</source>
      <translation>Dari sini, alamat webhook di %1 tidak membawa ke meja ini.</translation>
    </message>
    <message>
      <source>Give the whole number, with %1 digits or more; extensions and short codes stay.</source>
      <translation>Beri nombor penuh, %1 digit atau lebih; sambungan dan kod pendek dikekalkan.</translation>
    </message>
    <message>
      <source>Give yourself the right to write there.</source>
      <translation>Beri diri anda kebenaran menulis di situ.</translation>
    </message>
    <message>
      <source>If pops appear in the wrong place, set QT_QPA_PLATFORM=xcb and restart.</source>
      <translation>Jika tetingkap timbul muncul di tempat yang salah, tetapkan QT_QPA_PLATFORM=xcb dan mulakan semula.</translation>
    </message>
    <message>
      <source>If that should not be so, ask your administrator.</source>
      <translation>Jika sepatutnya tidak begitu, tanya pentadbir anda.</translation>
    </message>
    <message>
      <source>If this computer's address has changed, restart Agent Desktop, and give the vendor the new address.</source>
      <translation>Jika alamat komputer ini telah berubah, mulakan semula Agent Desktop dan berikan alamat baharu kepada pembekal.</translation>
    </message>
    <message>
      <source>In the settings, listen at 127.0.0.1, at an address of this computer, or at 0.0.0.0 for all of them.</source>
      <translation>Dalam tetapan, terima pada 127.0.0.1, pada alamat komputer ini, atau pada 0.0.0.0 untuk semuanya.</translation>
    </message>
    <message>
      <source>In the settings, write addresses such as 203.0.113.7 or networks such as 203.0.113.0/24.</source>
      <translation>Dalam tetapan, tulis alamat seperti 203.0.113.7 atau rangkaian seperti 203.0.113.0/24.</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>ralat input/output</translation>
    </message>
    <message>
      <source>Install Agent Desktop again.</source>
      <translation>Pasang semula Agent Desktop.</translation>
    </message>
    <message>
      <source>Install a keyring service (GNOME Keyring or KWallet), or set AGENT_DESKTOP_KEY.</source>
      <translation>Pasang perkhidmatan gelang kunci (GNOME Keyring atau KWallet), atau tetapkan AGENT_DESKTOP_KEY.</translation>
    </message>
    <message>
      <source>Install a newer version, then restore it.</source>
      <translation>Pasang versi lebih baharu, kemudian pulihkan.</translation>
    </message>
    <message>
      <source>Install version %1 or a later one, then restore it.</source>
      <translation>Pasang versi %1 atau yang lebih baharu, kemudian pulihkan.</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>ia sebuah folder</translation>
    </message>
    <message>
      <source>It begins with https:// or http://.</source>
      <translation>Ia bermula dengan https:// atau http://.</translation>
    </message>
    <message>
      <source>It cannot be called back.</source>
      <translation>Ia tidak boleh dipanggil balik.</translation>
    </message>
    <message>
      <source>It cannot be set aside either (%1): look at %2 in the profile folder.</source>
      <translation>Ia juga tidak dapat diketepikan (%1): lihat %2 dalam folder profil.</translation>
    </message>
    <message>
      <source>It is not dialled twice within 3 seconds.</source>
      <translation>Ia tidak didail dua kali dalam masa 3 saat.</translation>
    </message>
    <message>
      <source>It is one of: %1.</source>
      <translation>Pilih salah satu: %1.</translation>
    </message>
    <message>
      <source>It must hold no question mark and no #. Leave out what stands from there on.</source>
      <translation>Ia tidak boleh mengandungi tanda soal atau #. Buang bahagian dari situ hingga ke hujung.</translation>
    </message>
    <message>
      <source>It must hold no user name or password.</source>
      <translation>Ia tidak boleh mengandungi nama pengguna atau kata laluan.</translation>
    </message>
    <message>
      <source>It shows tray icons with the AppIndicator extension only.</source>
      <translation>Ia menunjukkan ikon dulang hanya dengan sambungan AppIndicator.</translation>
    </message>
    <message>
      <source>It takes %1.</source>
      <translation>Isi %1.</translation>
    </message>
    <message>
      <source>It takes 0 for no limit, or megabytes from %1 to %2.</source>
      <translation>Isi 0 untuk tiada had, atau megabait dari %1 hingga %2.</translation>
    </message>
    <message>
      <source>It takes HOST:PORT, such as 127.0.0.1:8737.</source>
      <translation>Isi HOS:PORT, seperti 127.0.0.1:8737.</translation>
    </message>
    <message>
      <source>It takes a number from %1 to %2.</source>
      <translation>Isi nombor dari %1 hingga %2.</translation>
    </message>
    <message>
      <source>It takes a zone such as Asia/Ho_Chi_Minh, or nothing for this computer's own.</source>
      <translation>Isi zon seperti Asia/Ho_Chi_Minh, atau biarkan kosong untuk zon komputer ini.</translation>
    </message>
    <message>
      <source>It takes addresses such as 203.0.113.7 or networks such as 203.0.113.0/24.</source>
      <translation>Isi alamat seperti 203.0.113.7 atau rangkaian seperti 203.0.113.0/24.</translation>
    </message>
    <message>
      <source>It takes an address such as https://crm.example.com/api/contacts?phone={phone_e164}.</source>
      <translation>Isi alamat seperti https://crm.example.com/api/contacts?phone={phone_e164}.</translation>
    </message>
    <message>
      <source>It takes an address such as https://pbx.example.com.</source>
      <translation>Isi alamat seperti https://pbx.example.com.</translation>
    </message>
    <message>
      <source>It takes an extension such as 101.</source>
      <translation>Isi sambungan seperti 101.</translation>
    </message>
    <message>
      <source>It takes digits such as 24 or 024, or nothing.</source>
      <translation>Isi angka seperti 24 atau 024, atau biarkan kosong.</translation>
    </message>
    <message>
      <source>It takes hours such as 22:00-07:00, or Sat 00:00-24:00.</source>
      <translation>Isi waktu seperti 22:00-07:00, atau Sat 00:00-24:00.</translation>
    </message>
    <message>
      <source>It takes keys such as Ctrl+Alt+C or F9, or nothing for none.</source>
      <translation>Isi kekunci seperti Ctrl+Alt+C atau F9, atau biarkan kosong.</translation>
    </message>
    <message>
      <source>It takes the whole path of a file that can be read.</source>
      <translation>Isi laluan penuh fail yang dapat dibaca.</translation>
    </message>
    <message>
      <source>It takes the whole path of a file that is there.</source>
      <translation>Isi laluan penuh fail yang wujud.</translation>
    </message>
    <message>
      <source>It takes two letters, such as VN or MY.</source>
      <translation>Isi dua huruf, seperti VN atau MY.</translation>
    </message>
    <message>
      <source>It was set aside as %1 in the profile folder, and fresh settings are used.</source>
      <translation>Ia diketepikan sebagai %1 dalam folder profil, dan tetapan baharu digunakan.</translation>
    </message>
    <message>
      <source>JSON such as [{"when": "ringing", "url": "https://crm.example.com/{phone}"}]</source>
      <translation>JSON seperti [{"when": "ringing", "url": "https://crm.example.com/{phone}"}]</translation>
    </message>
    <message>
      <source>Libraries that Qt's windows need are missing: %1.</source>
      <translation>Pustaka yang diperlukan oleh tetingkap Qt tiada: %1.</translation>
    </message>
    <message>
      <source>Libraries that play sound are missing: %1.</source>
      <translation>Pustaka untuk memainkan bunyi tiada: %1.</translation>
    </message>
    <message>
      <source>Listening for the PBX at %1, port %2.</source>
      <translation>Menerima berita PBX di %1, port %2.</translation>
    </message>
    <message>
      <source>Look at your phone before you dial again: it may be ringing.</source>
      <translation>Lihat telefon anda sebelum mendail lagi: mungkin ia sedang berdering.</translation>
    </message>
    <message>
      <source>Look for the ids with 'agent-desktop contacts list'.</source>
      <translation>Lihat id dengan 'agent-desktop contacts list'.</translation>
    </message>
    <message>
      <source>Mend or remove %1 in the profile folder (%2).</source>
      <translation>Betulkan atau buang %1 dalam folder profil (%2).</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Bimbit</translation>
    </message>
    <message>
      <source>No column is the name or the company.</source>
      <translation>Tiada lajur untuk nama atau syarikat.</translation>
    </message>
    <message>
      <source>No contact has the id %1.</source>
      <translation>Tiada kenalan dengan id %1.</translation>
    </message>
    <message>
      <source>No country has the code after the +.</source>
      <translation>Tiada negara dengan kod selepas + itu.</translation>
    </message>
    <message>
      <source>No rule says how this call is opened in the CRM.</source>
      <translation>Tiada peraturan tentang cara membuka panggilan ini dalam CRM.</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>tiada ruang lagi pada peranti</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>tiada fail atau folder itu</translation>
    </message>
    <message>
      <source>Nothing answers at the PBX's address and port.</source>
      <translation>Tiada jawapan di alamat dan port PBX.</translation>
    </message>
    <message>
      <source>On a Mac only the installed app can open phone links.</source>
      <translation>Pada Mac, hanya aplikasi yang dipasang boleh membuka pautan telefon.</translation>
    </message>
    <message>
      <source>Only %1 MB of disk are free.</source>
      <translation>Hanya %1 MB ruang cakera kosong.</translation>
    </message>
    <message>
      <source>Open Settings &gt; Apps &gt; Default apps &gt; Agent Desktop, and choose it for TEL, CALLTO and SIP.</source>
      <translation>Buka Settings &gt; Apps &gt; Default apps &gt; Agent Desktop, dan pilih untuk TEL, CALLTO dan SIP.</translation>
    </message>
    <message>
      <source>Other users of this computer can look into the profile.</source>
      <translation>Pengguna lain komputer ini boleh melihat profil.</translation>
    </message>
    <message>
      <source>PBX address</source>
      <translation>alamat PBX</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>kebenaran ditolak</translation>
    </message>
    <message>
      <source>Phone links (tel:) open in %1.</source>
      <translation>Pautan telefon (tel:) dibuka dalam %1.</translation>
    </message>
    <message>
      <source>Phone links (tel:) open in Agent Desktop.</source>
      <translation>Pautan telefon (tel:) dibuka dalam Agent Desktop.</translation>
    </message>
    <message>
      <source>Pops and windows are shown in a desktop session only.</source>
      <translation>Tetingkap hanya ditunjukkan dalam sesi desktop.</translation>
    </message>
    <message>
      <source>Print the page, or export the calls as XLSX or CSV. Installing Agent Desktop again may help.</source>
      <translation>Cetak halaman ini, atau eksport panggilan sebagai XLSX atau CSV. Memasang semula Agent Desktop mungkin membantu.</translation>
    </message>
    <message>
      <source>Python %1 is not tried.</source>
      <translation>Python %1 belum diuji.</translation>
    </message>
    <message>
      <source>Python %1 on %2 %3.</source>
      <translation>Python %1 pada %2 %3.</translation>
    </message>
    <message>
      <source>Qt %1 stops after a while on Python %2.</source>
      <translation>Qt %1 terhenti selepas beberapa ketika pada Python %2.</translation>
    </message>
    <message>
      <source>Qt %1.</source>
      <translation>Qt %1.</translation>
    </message>
    <message>
      <source>Qt for Python is not installed.</source>
      <translation>Qt for Python tidak dipasang.</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>sistem fail baca sahaja</translation>
    </message>
    <message>
      <source>Remove it, or choose a profile folder with a shorter path.</source>
      <translation>Buang folder itu, atau pilih folder profil dengan laluan lebih pendek.</translation>
    </message>
    <message>
      <source>Renew it; if its dates are right, set this computer's clock.</source>
      <translation>Perbaharuinya; jika tarikhnya betul, tetapkan jam komputer ini.</translation>
    </message>
    <message>
      <source>Restart Agent Desktop. If it stays so, a firewall may be in between, or the listen address in the settings is not this computer's any more.</source>
      <translation>Mulakan semula Agent Desktop. Jika masih begitu, mungkin ada tembok api, atau alamat penerimaan dalam tetapan bukan lagi milik komputer ini.</translation>
    </message>
    <message>
      <source>Restart Agent Desktop: it keeps the damaged file under another name and begins a new one.</source>
      <translation>Mulakan semula Agent Desktop: ia menyimpan fail yang rosak dengan nama lain dan memulakan yang baharu.</translation>
    </message>
    <message>
      <source>Restart it, then try again.</source>
      <translation>Mulakan semula, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>Restart it.</source>
      <translation>Mulakan semula.</translation>
    </message>
    <message>
      <source>Resume when you can.</source>
      <translation>Tamatkan jeda apabila boleh.</translation>
    </message>
    <message>
      <source>Run 'agent-desktop setup', or fill in the first page of the window.</source>
      <translation>Jalankan 'agent-desktop setup', atau isi halaman pertama tetingkap.</translation>
    </message>
    <message>
      <source>Save it as CSV in your spreadsheet program first.</source>
      <translation>Simpan dahulu sebagai CSV dalam program hamparan anda.</translation>
    </message>
    <message>
      <source>See the README for the list of settings.</source>
      <translation>Lihat README untuk senarai tetapan.</translation>
    </message>
    <message>
      <source>Send a report to your administrator.</source>
      <translation>Hantar laporan kepada pentadbir anda.</translation>
    </message>
    <message>
      <source>Sent to the PBX, which did not confirm it.</source>
      <translation>Dihantar ke PBX, tetapi PBX tidak mengesahkannya.</translation>
    </message>
    <message>
      <source>Service number</source>
      <translation>Nombor perkhidmatan</translation>
    </message>
    <message>
      <source>Set Agent Desktop up and start it first.</source>
      <translation>Sediakan dan mulakan Agent Desktop dahulu.</translation>
    </message>
    <message>
      <source>Set this computer's clock, or have it set itself from the network: times and ages shown here are off by that.</source>
      <translation>Tetapkan jam komputer ini, atau biar ia ditetapkan daripada rangkaian: masa yang ditunjukkan di sini tersasar sebanyak itu.</translation>
    </message>
    <message>
      <source>Someone may have reached the customer meanwhile.</source>
      <translation>Mungkin ada orang sudah menghubungi pelanggan ini.</translation>
    </message>
    <message>
      <source>Something in Agent Desktop went wrong. It goes on working.</source>
      <translation>Ada masalah dalam Agent Desktop. Ia terus berfungsi.</translation>
    </message>
    <message>
      <source>Something went wrong inside Agent Desktop.</source>
      <translation>Ada masalah di dalam Agent Desktop.</translation>
    </message>
    <message>
      <source>Something went wrong.</source>
      <translation>Ada sesuatu yang tidak kena.</translation>
    </message>
    <message>
      <source>Split it: up to %1 MB are taken at a time.</source>
      <translation>Pecahkan: paling banyak %1 MB diterima sekali.</translation>
    </message>
    <message>
      <source>Star codes such as *97 cannot be dialled from here.</source>
      <translation>Kod bintang seperti *97 tidak boleh didail dari sini.</translation>
    </message>
    <message>
      <source>Start Agent Desktop once, and try again.</source>
      <translation>Mulakan Agent Desktop sekali, dan cuba lagi.</translation>
    </message>
    <message>
      <source>Start it with 'agent-desktop run'.</source>
      <translation>Mulakan dengan 'agent-desktop run'.</translation>
    </message>
    <message>
      <source>Starts when you sign in: %1.</source>
      <translation>Mula apabila anda log masuk: %1.</translation>
    </message>
    <message>
      <source>Still missing: %1.</source>
      <translation>Belum diisi: %1.</translation>
    </message>
    <message>
      <source>Sync the history, then try again.</source>
      <translation>Segerakkan sejarah, kemudian cuba lagi.</translation>
    </message>
    <message>
      <source>Tell your administrator: the report of the PBX does not heed the dates.</source>
      <translation>Beritahu pentadbir anda: laporan PBX tidak mengikut tarikh.</translation>
    </message>
    <message>
      <source>Tell your administrator: the report's dates should look like 2024-03-01 13:15:40.</source>
      <translation>Beritahu pentadbir anda: tarikh dalam laporan sepatutnya seperti 2024-03-01 13:15:40.</translation>
    </message>
    <message>
      <source>That call is not in the history yet.</source>
      <translation>Panggilan itu belum ada dalam sejarah.</translation>
    </message>
    <message>
      <source>That call is not in the history.</source>
      <translation>Panggilan itu tiada dalam sejarah.</translation>
    </message>
    <message>
      <source>That cannot be used as it is.</source>
      <translation>Itu tidak boleh digunakan seadanya.</translation>
    </message>
    <message>
      <source>That file is not a backup of Agent Desktop.</source>
      <translation>Fail itu bukan sandaran Agent Desktop.</translation>
    </message>
    <message>
      <source>That is no address.</source>
      <translation>Itu bukan alamat.</translation>
    </message>
    <message>
      <source>That is no web address.</source>
      <translation>Itu bukan alamat web.</translation>
    </message>
    <message>
      <source>That is not a customer's number.</source>
      <translation>Itu bukan nombor pelanggan.</translation>
    </message>
    <message>
      <source>That is not a number that can be called back.</source>
      <translation>Itu bukan nombor yang boleh dipanggil balik.</translation>
    </message>
    <message>
      <source>That number is not complete.</source>
      <translation>Nombor itu tidak lengkap.</translation>
    </message>
    <message>
      <source>That number is too long to be dialled.</source>
      <translation>Nombor itu terlalu panjang untuk didail.</translation>
    </message>
    <message>
      <source>That number was dialled a moment ago.</source>
      <translation>Nombor itu baru sahaja didail.</translation>
    </message>
    <message>
      <source>The %1 is missing.</source>
      <translation>Tiada %1.</translation>
    </message>
    <message>
      <source>The CRM answered with HTTP status %1.</source>
      <translation>CRM menjawab dengan status HTTP %1.</translation>
    </message>
    <message>
      <source>The CRM did not answer within %1 seconds.</source>
      <translation>CRM tidak menjawab dalam %1 saat.</translation>
    </message>
    <message>
      <source>The CRM does not answer.</source>
      <translation>CRM tidak menjawab.</translation>
    </message>
    <message>
      <source>The CRM refused a request with HTTP status %1.</source>
      <translation>CRM menolak permintaan dengan status HTTP %1.</translation>
    </message>
    <message>
      <source>The CRM refused a request.</source>
      <translation>CRM menolak permintaan.</translation>
    </message>
    <message>
      <source>The CRM took the request, with HTTP status %1.</source>
      <translation>CRM menerima permintaan, dengan status HTTP %1.</translation>
    </message>
    <message>
      <source>The Mac does not change who opens %1: links (error %2).</source>
      <translation>Mac tidak menukar program yang membuka pautan %1: (ralat %2).</translation>
    </message>
    <message>
      <source>The PBX address cannot be used.</source>
      <translation>Alamat PBX tidak boleh digunakan.</translation>
    </message>
    <message>
      <source>The PBX address in the settings is probably wrong: compare it with the one that the vendor gave you.</source>
      <translation>Alamat PBX dalam tetapan mungkin salah: bandingkan dengan alamat yang diberi oleh pembekal.</translation>
    </message>
    <message>
      <source>The PBX address is missing.</source>
      <translation>Alamat PBX tiada.</translation>
    </message>
    <message>
      <source>The PBX address leads to another address.</source>
      <translation>Alamat PBX membawa ke alamat lain.</translation>
    </message>
    <message>
      <source>The PBX and this computer cannot agree on a secure connection.</source>
      <translation>PBX dan komputer ini tidak dapat membuat talian selamat.</translation>
    </message>
    <message>
      <source>The PBX answered with a web page.</source>
      <translation>PBX menjawab dengan halaman web.</translation>
    </message>
    <message>
      <source>The PBX answered with something else than data.</source>
      <translation>PBX menjawab dengan sesuatu yang bukan data.</translation>
    </message>
    <message>
      <source>The PBX answered, and took the key.</source>
      <translation>PBX menjawab dan menerima kunci API.</translation>
    </message>
    <message>
      <source>The PBX cannot be reached.</source>
      <translation>PBX tidak dapat dihubungi.</translation>
    </message>
    <message>
      <source>The PBX cannot be reached: a server before it answered with error %1.</source>
      <translation>PBX tidak dapat dihubungi: pelayan di hadapannya menjawab dengan ralat %1.</translation>
    </message>
    <message>
      <source>The PBX cannot give out recordings at present.</source>
      <translation>PBX tidak dapat memberi rakaman buat masa ini.</translation>
    </message>
    <message>
      <source>The PBX cut the connection before it had answered.</source>
      <translation>PBX memutuskan talian sebelum menjawab.</translation>
    </message>
    <message>
      <source>The PBX did not answer in time.</source>
      <translation>PBX tidak menjawab dalam masa yang ditetapkan.</translation>
    </message>
    <message>
      <source>The PBX does not allow this recording to be heard.</source>
      <translation>PBX tidak membenarkan rakaman ini didengar.</translation>
    </message>
    <message>
      <source>The PBX does not tell the status of extension %1.</source>
      <translation>PBX tidak memberitahu status sambungan %1.</translation>
    </message>
    <message>
      <source>The PBX gave an answer that is not understood.</source>
      <translation>Jawapan PBX tidak dapat difahami.</translation>
    </message>
    <message>
      <source>The PBX gave no usable address for this recording.</source>
      <translation>PBX tidak memberi alamat yang boleh digunakan untuk rakaman ini.</translation>
    </message>
    <message>
      <source>The PBX is calling.</source>
      <translation>PBX sedang memanggil.</translation>
    </message>
    <message>
      <source>The PBX key is missing.</source>
      <translation>Kunci API PBX tiada.</translation>
    </message>
    <message>
      <source>The PBX may have deleted it, or did not record this call.</source>
      <translation>PBX mungkin telah memadamnya, atau tidak merakam panggilan ini.</translation>
    </message>
    <message>
      <source>The PBX needs a few minutes after a call. Try again then.</source>
      <translation>PBX memerlukan beberapa minit selepas panggilan. Cuba lagi selepas itu.</translation>
    </message>
    <message>
      <source>The PBX refused the request.</source>
      <translation>PBX menolak permintaan.</translation>
    </message>
    <message>
      <source>The PBX refused the request: %1.</source>
      <translation>PBX menolak permintaan: %1.</translation>
    </message>
    <message>
      <source>The PBX refused to give out the recording.</source>
      <translation>PBX enggan memberi rakaman.</translation>
    </message>
    <message>
      <source>The PBX sent something else instead of the recording.</source>
      <translation>PBX menghantar sesuatu yang lain, bukan rakaman.</translation>
    </message>
    <message>
      <source>The PBX told call records whose dates cannot be read.</source>
      <translation>PBX memberi rekod panggilan dengan tarikh yang tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>The PBX told the call records of other days than it was asked for.</source>
      <translation>PBX memberi rekod panggilan bagi hari lain daripada yang diminta.</translation>
    </message>
    <message>
      <source>The PBX took the call, but nothing rang.</source>
      <translation>PBX menerima panggilan, tetapi tiada yang berdering.</translation>
    </message>
    <message>
      <source>The PBX took the request, but your status did not change.</source>
      <translation>PBX menerima permintaan, tetapi status anda tidak berubah.</translation>
    </message>
    <message>
      <source>The PBX's answer is too long to be read.</source>
      <translation>Jawapan PBX terlalu panjang untuk dibaca.</translation>
    </message>
    <message>
      <source>The PBX's certificate has expired.</source>
      <translation>Sijil PBX telah tamat tempoh.</translation>
    </message>
    <message>
      <source>The PBX's certificate is for another address.</source>
      <translation>Sijil PBX adalah untuk alamat lain.</translation>
    </message>
    <message>
      <source>The PBX's certificate is not trusted by this computer.</source>
      <translation>Sijil PBX tidak dipercayai oleh komputer ini.</translation>
    </message>
    <message>
      <source>The PBX's certificate is not valid yet.</source>
      <translation>Sijil PBX belum sah.</translation>
    </message>
    <message>
      <source>The PBX's name cannot be found.</source>
      <translation>Nama PBX tidak ditemui.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 cannot be read.</source>
      <translation>Sijil TLS %1 tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 does not exist.</source>
      <translation>Sijil TLS %1 tiada.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 has expired.</source>
      <translation>Sijil TLS %1 telah tamat tempoh.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 is not valid yet.</source>
      <translation>Sijil TLS %1 belum sah.</translation>
    </message>
    <message>
      <source>The TLS certificate and its key cannot be used together.</source>
      <translation>Sijil TLS dan kuncinya tidak boleh digunakan bersama.</translation>
    </message>
    <message>
      <source>The TLS key %1 cannot be read.</source>
      <translation>Kunci TLS %1 tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>The TLS key %1 does not exist.</source>
      <translation>Kunci TLS %1 tiada.</translation>
    </message>
    <message>
      <source>The X server does not let Agent Desktop have keys. Dial from the tray's menu, or sign in to the desktop anew.</source>
      <translation>Pelayan X tidak memberi kekunci kepada Agent Desktop. Dail dari menu dulang sistem, atau log masuk semula ke desktop.</translation>
    </message>
    <message>
      <source>The address was opened in the browser.</source>
      <translation>Alamat dibuka dalam pelayar.</translation>
    </message>
    <message>
      <source>The allowed sender %1 is not an address.</source>
      <translation>Penghantar dibenarkan %1 bukan alamat.</translation>
    </message>
    <message>
      <source>The backup is damaged, so nothing was restored.</source>
      <translation>Sandaran rosak, jadi tiada yang dipulihkan.</translation>
    </message>
    <message>
      <source>The backup was made by a newer version of Agent Desktop.</source>
      <translation>Sandaran dibuat oleh versi Agent Desktop yang lebih baharu.</translation>
    </message>
    <message>
      <source>The call journal cannot be opened.</source>
      <translation>Jurnal panggilan tidak dapat dibuka.</translation>
    </message>
    <message>
      <source>The call journal cannot be written.</source>
      <translation>Jurnal panggilan tidak dapat ditulis.</translation>
    </message>
    <message>
      <source>The call journal is closed.</source>
      <translation>Jurnal panggilan ditutup.</translation>
    </message>
    <message>
      <source>The call journal is damaged.</source>
      <translation>Jurnal panggilan rosak.</translation>
    </message>
    <message>
      <source>The call journal may not be written.</source>
      <translation>Jurnal panggilan tidak boleh ditulis.</translation>
    </message>
    <message>
      <source>The call journal was damaged.</source>
      <translation>Jurnal panggilan telah rosak.</translation>
    </message>
    <message>
      <source>The call journal was made by a newer version of Agent Desktop.</source>
      <translation>Jurnal panggilan dibuat oleh versi Agent Desktop yang lebih baharu.</translation>
    </message>
    <message>
      <source>The call journal was made by another version of Agent Desktop.</source>
      <translation>Jurnal panggilan dibuat oleh versi Agent Desktop yang lain.</translation>
    </message>
    <message>
      <source>The caller withheld the number.</source>
      <translation>Pemanggil menyembunyikan nombornya.</translation>
    </message>
    <message>
      <source>The calls do not fit into an XLSX file.</source>
      <translation>Panggilan terlalu banyak untuk fail XLSX.</translation>
    </message>
    <message>
      <source>The card has neither a name nor a company.</source>
      <translation>Kad tiada nama dan tiada syarikat.</translation>
    </message>
    <message>
      <source>The card has no end.</source>
      <translation>Kad tiada penamat.</translation>
    </message>
    <message>
      <source>The card is in a character set that is not known.</source>
      <translation>Kad menggunakan set aksara yang tidak dikenali.</translation>
    </message>
    <message>
      <source>The computer that holds the recording cannot be reached.</source>
      <translation>Komputer yang menyimpan rakaman tidak dapat dihubungi.</translation>
    </message>
    <message>
      <source>The connection to the PBX was closed.</source>
      <translation>Talian ke PBX ditutup.</translation>
    </message>
    <message>
      <source>The connection to the PBX was cut.</source>
      <translation>Talian ke PBX terputus.</translation>
    </message>
    <message>
      <source>The contact lookup answered with HTTP status %1.</source>
      <translation>Carian kenalan menjawab dengan status HTTP %1.</translation>
    </message>
    <message>
      <source>The contact lookup cannot be reached (%1).</source>
      <translation>Carian kenalan tidak dapat dihubungi (%1).</translation>
    </message>
    <message>
      <source>The contact lookup did not answer with JSON.</source>
      <translation>Jawapan carian kenalan bukan JSON.</translation>
    </message>
    <message>
      <source>The contact lookup did not answer within %1 seconds.</source>
      <translation>Carian kenalan tidak menjawab dalam %1 saat.</translation>
    </message>
    <message>
      <source>The contact lookup does not answer.</source>
      <translation>Carian kenalan tidak menjawab.</translation>
    </message>
    <message>
      <source>The contact lookup's answer is too long.</source>
      <translation>Jawapan carian kenalan terlalu panjang.</translation>
    </message>
    <message>
      <source>The customer is deleted, but copies may be left in the file journal.db-wal.</source>
      <translation>Pelanggan dipadam, tetapi salinan mungkin tertinggal dalam fail journal.db-wal.</translation>
    </message>
    <message>
      <source>The desktop did not allow this key. Choose it in the desktop's own settings for keys.</source>
      <translation>Desktop tidak membenarkan kekunci ini. Pilih dalam tetapan kekunci desktop.</translation>
    </message>
    <message>
      <source>The desktop is GNOME.</source>
      <translation>Desktop ialah GNOME.</translation>
    </message>
    <message>
      <source>The disk is full, so calls cannot be recorded.</source>
      <translation>Cakera penuh, jadi panggilan tidak dapat dicatat.</translation>
    </message>
    <message>
      <source>The disk is full: calls cannot be recorded.</source>
      <translation>Cakera penuh: panggilan tidak dapat dicatat.</translation>
    </message>
    <message>
      <source>The disk that holds the call journal gives errors.</source>
      <translation>Cakera yang menyimpan jurnal panggilan memberi ralat.</translation>
    </message>
    <message>
      <source>The disposition was not kept: its call is not in the history yet.</source>
      <translation>Hasil panggilan tidak disimpan: panggilannya belum ada dalam sejarah.</translation>
    </message>
    <message>
      <source>The export was stopped. No file was written.</source>
      <translation>Eksport dihentikan. Tiada fail ditulis.</translation>
    </message>
    <message>
      <source>The file %1 cannot be written: %2.</source>
      <translation>Fail %1 tidak dapat ditulis: %2.</translation>
    </message>
    <message>
      <source>The file cannot be read: %1.</source>
      <translation>Fail tidak dapat dibaca: %1.</translation>
    </message>
    <message>
      <source>The file cannot be written.</source>
      <translation>Fail tidak dapat ditulis.</translation>
    </message>
    <message>
      <source>The file cannot be written: %1.</source>
      <translation>Fail tidak dapat ditulis: %1.</translation>
    </message>
    <message>
      <source>The file holds no contact that can be read.</source>
      <translation>Fail itu tidak mengandungi kenalan yang boleh dibaca.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>Fail itu kosong.</translation>
    </message>
    <message>
      <source>The file is too large.</source>
      <translation>Fail terlalu besar.</translation>
    </message>
    <message>
      <source>The file's ending does not say how to write it.</source>
      <translation>Akhiran nama fail tidak menunjukkan formatnya.</translation>
    </message>
    <message>
      <source>The folder %1 cannot be made: %2.</source>
      <translation>Folder %1 tidak dapat dibuat: %2.</translation>
    </message>
    <message>
      <source>The folder %1 cannot be written.</source>
      <translation>Folder %1 tidak boleh ditulis.</translation>
    </message>
    <message>
      <source>The folder %1 is open to other users of this computer.</source>
      <translation>Folder %1 terbuka kepada pengguna lain komputer ini.</translation>
    </message>
    <message>
      <source>The host of an address cannot be a variable.</source>
      <translation>Hos alamat tidak boleh menjadi pemboleh ubah.</translation>
    </message>
    <message>
      <source>The keyring is %1.</source>
      <translation>Gelang kunci ialah %1.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>Gelang kunci terkunci.</translation>
    </message>
    <message>
      <source>The libraries that Qt's windows need are here.</source>
      <translation>Pustaka yang diperlukan oleh tetingkap Qt ada di sini.</translation>
    </message>
    <message>
      <source>The libraries that play recordings and the ringtone are here.</source>
      <translation>Pustaka untuk memainkan rakaman dan nada dering ada di sini.</translation>
    </message>
    <message>
      <source>The list of queues can be read.</source>
      <translation>Senarai baris gilir dapat dibaca.</translation>
    </message>
    <message>
      <source>The listener at %1 is open, but hears only the senders in the settings.</source>
      <translation>Penerima di %1 terbuka, tetapi hanya menerima daripada penghantar dalam tetapan.</translation>
    </message>
    <message>
      <source>The listener for the PBX's calls cannot be opened.</source>
      <translation>Penerima berita PBX tidak dapat dibuka.</translation>
    </message>
    <message>
      <source>The listener is closed: no webhook can arrive.</source>
      <translation>Penerima webhook ditutup: tiada webhook dapat diterima.</translation>
    </message>
    <message>
      <source>The log in the profile folder has the details.</source>
      <translation>Butirannya ada dalam log di folder profil.</translation>
    </message>
    <message>
      <source>The log of the running Agent Desktop says more.</source>
      <translation>Log Agent Desktop yang sedang berjalan menerangkan lebih lanjut.</translation>
    </message>
    <message>
      <source>The logs cannot be written.</source>
      <translation>Log tidak dapat ditulis.</translation>
    </message>
    <message>
      <source>The note was not kept: its call is not in the history yet.</source>
      <translation>Nota tidak disimpan: panggilannya belum ada dalam sejarah.</translation>
    </message>
    <message>
      <source>The number is none that can be called; it is kept as it is written.</source>
      <translation>Nombor ini bukan nombor yang boleh dipanggil; ia disimpan seperti yang ditulis.</translation>
    </message>
    <message>
      <source>The others were removed.</source>
      <translation>Yang lain telah dibuang.</translation>
    </message>
    <message>
      <source>The profile folder %1 cannot be made: %2.</source>
      <translation>Folder profil %1 tidak dapat dibuat: %2.</translation>
    </message>
    <message>
      <source>The profile folder %1 cannot be used: %2.</source>
      <translation>Folder profil %1 tidak boleh digunakan: %2.</translation>
    </message>
    <message>
      <source>The public address at %1 leads to this desk, within %2 ms.</source>
      <translation>Alamat awam di %1 membawa ke meja ini, dalam %2 ms.</translation>
    </message>
    <message>
      <source>The quotation marks of the row do not fit together.</source>
      <translation>Tanda petik pada baris ini tidak sepadan.</translation>
    </message>
    <message>
      <source>The recording cannot be fetched.</source>
      <translation>Rakaman tidak dapat diambil.</translation>
    </message>
    <message>
      <source>The recording cannot be kept there.</source>
      <translation>Rakaman tidak dapat disimpan di situ.</translation>
    </message>
    <message>
      <source>The recording cannot be kept: %1.</source>
      <translation>Rakaman tidak dapat disimpan: %1.</translation>
    </message>
    <message>
      <source>The recording is empty.</source>
      <translation>Rakaman kosong.</translation>
    </message>
    <message>
      <source>The recording is not ready yet.</source>
      <translation>Rakaman belum sedia.</translation>
    </message>
    <message>
      <source>The recording is not there.</source>
      <translation>Rakaman tiada.</translation>
    </message>
    <message>
      <source>The recording is said to lie somewhere else now, and was not fetched from there.</source>
      <translation>Rakaman dikatakan berada di tempat lain sekarang, dan tidak diambil dari situ.</translation>
    </message>
    <message>
      <source>The recording is too big to be fetched.</source>
      <translation>Rakaman terlalu besar untuk diambil.</translation>
    </message>
    <message>
      <source>The recording lies where nothing protects it on its way, and was not fetched.</source>
      <translation>Rakaman berada di tempat yang tidak melindunginya semasa dihantar, jadi ia tidak diambil.</translation>
    </message>
    <message>
      <source>The recording was cut off on its way.</source>
      <translation>Rakaman terputus di tengah jalan.</translation>
    </message>
    <message>
      <source>The recording was not fetched to its end.</source>
      <translation>Rakaman tidak diambil sepenuhnya.</translation>
    </message>
    <message>
      <source>The recording's address leads in a circle.</source>
      <translation>Alamat rakaman berpusing-pusing.</translation>
    </message>
    <message>
      <source>The report cannot be written: %1.</source>
      <translation>Laporan tidak dapat ditulis: %1.</translation>
    </message>
    <message>
      <source>The rule's address cannot be used.</source>
      <translation>Alamat peraturan tidak boleh digunakan.</translation>
    </message>
    <message>
      <source>The running Agent Desktop does not answer.</source>
      <translation>Agent Desktop yang sedang berjalan tidak menjawab.</translation>
    </message>
    <message>
      <source>The running Agent Desktop does not know the verb %1.</source>
      <translation>Agent Desktop yang sedang berjalan tidak mengenali arahan %1.</translation>
    </message>
    <message>
      <source>The screen is Wayland's.</source>
      <translation>Skrin menggunakan Wayland.</translation>
    </message>
    <message>
      <source>The screen is X11's.</source>
      <translation>Skrin menggunakan X11.</translation>
    </message>
    <message>
      <source>The screen was locked for %1 min while you were available. Pause next time?</source>
      <translation>Skrin dikunci selama %1 min semasa anda tersedia. Jeda lain kali?</translation>
    </message>
    <message>
      <source>The secrets come from %1.</source>
      <translation>Rahsia diambil daripada %1.</translation>
    </message>
    <message>
      <source>The setting %1 cannot be %2.</source>
      <translation>Tetapan %1 tidak boleh bernilai %2.</translation>
    </message>
    <message>
      <source>The setting %1 in the settings file cannot be used.</source>
      <translation>Tetapan %1 dalam fail tetapan tidak dapat digunakan.</translation>
    </message>
    <message>
      <source>The settings cannot be written: %1.</source>
      <translation>Tetapan tidak dapat ditulis: %1.</translation>
    </message>
    <message>
      <source>The settings file cannot be read.</source>
      <translation>Fail tetapan tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>The settings, under Pauses, can do that by themselves whenever the screen is locked.</source>
      <translation>Tetapan, di bawah Jeda, boleh melakukannya sendiri setiap kali skrin dikunci.</translation>
    </message>
    <message>
      <source>The webhook address at %1 leads to this desk, within %2 ms.</source>
      <translation>Alamat webhook di %1 membawa ke meja ini, dalam %2 ms.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>Terdapat beberapa nombor di situ.</translation>
    </message>
    <message>
      <source>There is neither a name nor a company.</source>
      <translation>Tiada nama dan tiada syarikat.</translation>
    </message>
    <message>
      <source>There is no PBX at this address.</source>
      <translation>Tiada PBX di alamat ini.</translation>
    </message>
    <message>
      <source>There is no call journal yet.</source>
      <translation>Belum ada jurnal panggilan.</translation>
    </message>
    <message>
      <source>There is no file or folder %1.</source>
      <translation>Tiada fail atau folder %1.</translation>
    </message>
    <message>
      <source>There is no folder %1.</source>
      <translation>Folder %1 tiada.</translation>
    </message>
    <message>
      <source>There is no number in that which can be dialled.</source>
      <translation>Tiada nombor yang boleh didail di situ.</translation>
    </message>
    <message>
      <source>There is no number where one should be.</source>
      <translation>Tiada nombor di tempat yang sepatutnya ada.</translation>
    </message>
    <message>
      <source>There is no open call-back for this number.</source>
      <translation>Tiada panggilan balik yang menunggu untuk nombor ini.</translation>
    </message>
    <message>
      <source>There is no port %1.</source>
      <translation>Port %1 tiada.</translation>
    </message>
    <message>
      <source>There is no screen here.</source>
      <translation>Tiada skrin di sini.</translation>
    </message>
    <message>
      <source>There is no setting called %1.</source>
      <translation>Tiada tetapan bernama %1.</translation>
    </message>
    <message>
      <source>There is no space left for the recording.</source>
      <translation>Tiada ruang lagi untuk rakaman.</translation>
    </message>
    <message>
      <source>There is no such country. It takes two letters, such as VN or MY.</source>
      <translation>Negara ini tiada. Isi dua huruf, seperti VN atau MY.</translation>
    </message>
    <message>
      <source>There is no way to the PBX from this computer.</source>
      <translation>Tiada laluan ke PBX dari komputer ini.</translation>
    </message>
    <message>
      <source>There is no {%1}; there are %2.</source>
      <translation>{%1} tiada; yang ada %2.</translation>
    </message>
    <message>
      <source>There is not enough space for %1: no file was written.</source>
      <translation>Ruang tidak cukup untuk %1: tiada fail ditulis.</translation>
    </message>
    <message>
      <source>There is not enough space for what is in the backup.</source>
      <translation>Ruang tidak cukup untuk isi sandaran.</translation>
    </message>
    <message>
      <source>There is nothing to back up yet.</source>
      <translation>Belum ada apa-apa untuk disandarkan.</translation>
    </message>
    <message>
      <source>This computer cannot make a PDF: a part of Agent Desktop is missing, or does not run here.</source>
      <translation>Komputer ini tidak dapat membuat PDF: sebahagian Agent Desktop tiada, atau tidak dapat berjalan di sini.</translation>
    </message>
    <message>
      <source>This computer does not allow listening at port %1.</source>
      <translation>Komputer ini tidak membenarkan port %1 digunakan.</translation>
    </message>
    <message>
      <source>This computer has no keyring, so the key is kept for this session only.</source>
      <translation>Komputer ini tiada gelang kunci, jadi kunci API disimpan untuk sesi ini sahaja.</translation>
    </message>
    <message>
      <source>This computer's clock is %1 ahead of the PBX's.</source>
      <translation>Jam komputer ini %1 lebih awal daripada jam PBX.</translation>
    </message>
    <message>
      <source>This computer's clock is %1 behind the PBX's.</source>
      <translation>Jam komputer ini %1 lebih lewat daripada jam PBX.</translation>
    </message>
    <message>
      <source>This computer's proxy does not let the PBX be reached.</source>
      <translation>Proksi komputer ini tidak membenarkan PBX dihubungi.</translation>
    </message>
    <message>
      <source>This desk asks the PBX every %1 seconds: no webhook is needed.</source>
      <translation>Meja ini menyemak PBX setiap %1 saat: webhook tidak diperlukan.</translation>
    </message>
    <message>
      <source>This desk asks the PBX every second: no webhook is needed.</source>
      <translation>Meja ini menyemak PBX setiap saat: webhook tidak diperlukan.</translation>
    </message>
    <message>
      <source>This desktop has no global keys for programs. Set one in the desktop's own settings instead.</source>
      <translation>Desktop ini tiada kekunci global untuk program. Tetapkannya dalam tetapan desktop.</translation>
    </message>
    <message>
      <source>This does not look like a valid number.</source>
      <translation>Ini nampaknya bukan nombor yang sah.</translation>
    </message>
    <message>
      <source>This is a spreadsheet's own format.</source>
      <translation>Ini format asal hamparan.</translation>
    </message>
    <message>
      <source>This is an emergency number.</source>
      <translation>Ini nombor kecemasan.</translation>
    </message>
    <message>
      <source>This is no file of text.</source>
      <translation>Ini bukan fail teks.</translation>
    </message>
    <message>
      <source>This key does something else here already. Choose another one.</source>
      <translation>Kekunci ini sudah ada fungsi lain di sini. Pilih yang lain.</translation>
    </message>
    <message>
      <source>This keyboard has no such key. Choose another one.</source>
      <translation>Papan kekunci ini tiada kekunci itu. Pilih yang lain.</translation>
    </message>
    <message>
      <source>This may be more than one number.</source>
      <translation>Ini mungkin lebih daripada satu nombor.</translation>
    </message>
    <message>
      <source>This number is very short.</source>
      <translation>Nombor ini sangat pendek.</translation>
    </message>
    <message>
      <source>Toll-free</source>
      <translation>Bebas tol</translation>
    </message>
    <message>
      <source>Try again in a few minutes.</source>
      <translation>Cuba lagi dalam beberapa minit.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Cuba lagi sebentar nanti.</translation>
    </message>
    <message>
      <source>Unlock it (sign in to your desktop's keyring) and try again.</source>
      <translation>Buka kuncinya (log masuk ke gelang kunci desktop anda) dan cuba lagi.</translation>
    </message>
    <message>
      <source>Use Python 3.11, 3.12 or 3.13.</source>
      <translation>Guna Python 3.11, 3.12 atau 3.13.</translation>
    </message>
    <message>
      <source>Use Qt 6.11, or Python 3.12.</source>
      <translation>Guna Qt 6.11, atau Python 3.12.</translation>
    </message>
    <message>
      <source>Use another backup.</source>
      <translation>Guna sandaran lain.</translation>
    </message>
    <message>
      <source>Wait a moment and look at it before you try again; if it stays like that, restart it.</source>
      <translation>Tunggu sebentar dan lihat sebelum mencuba lagi; jika masih begitu, mulakan semula.</translation>
    </message>
    <message>
      <source>Wait for it, or stop it.</source>
      <translation>Tunggu, atau hentikan eksport itu.</translation>
    </message>
    <message>
      <source>What is at the PBX address does not speak HTTP.</source>
      <translation>Yang berada di alamat PBX tidak menggunakan HTTP.</translation>
    </message>
    <message>
      <source>What it was is in the log. If it happens again, send a report to your administrator.</source>
      <translation>Puncanya ada dalam log. Jika berlaku lagi, hantar laporan kepada pentadbir anda.</translation>
    </message>
    <message>
      <source>Windows does not let Agent Desktop register itself: %1.</source>
      <translation>Windows tidak membenarkan Agent Desktop mendaftar sendiri: %1.</translation>
    </message>
    <message>
      <source>Write a row for each contact.</source>
      <translation>Tulis satu baris bagi setiap kenalan.</translation>
    </message>
    <message>
      <source>Write it like https://pbx.example.com.</source>
      <translation>Tulis seperti https://pbx.example.com.</translation>
    </message>
    <message>
      <source>You find it under Call-backs.</source>
      <translation>Lihat dalam Panggil balik.</translation>
    </message>
    <message>
      <source>Your pause “%1” ends in about %2 min.</source>
      <translation>Jeda “%1” anda tamat dalam kira-kira %2 min.</translation>
    </message>
    <message>
      <source>Your time for “%1” is used up for today.</source>
      <translation>Masa anda untuk “%1” sudah habis hari ini.</translation>
    </message>
    <message>
      <source>a list, separated by commas</source>
      <translation>senarai, dipisahkan dengan koma</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>nombor</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>nombor bulat</translation>
    </message>
    <message>
      <source>domain</source>
      <translation>domain</translation>
    </message>
    <message>
      <source>emergency number</source>
      <translation>nombor kecemasan</translation>
    </message>
    <message>
      <source>extension</source>
      <translation>sambungan</translation>
    </message>
    <message>
      <source>international</source>
      <translation>antarabangsa</translation>
    </message>
    <message>
      <source>key</source>
      <translation>kunci API</translation>
    </message>
    <message>
      <source>national</source>
      <translation>dalam negara</translation>
    </message>
    <message>
      <source>not a known number</source>
      <translation>nombor tidak dikenali</translation>
    </message>
    <message>
      <source>short number</source>
      <translation>nombor pendek</translation>
    </message>
    <message>
      <source>text</source>
      <translation>teks</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true atau false</translation>
    </message>
  </context>
  <context>
    <name>events</name>
    <message>
      <source>A record of the call that was cut off.</source>
      <translation>Rekod panggilan yang terputus di tengah jalan.</translation>
    </message>
    <message>
      <source>An event that could not be read: %1.</source>
      <translation>Peristiwa yang tidak dapat dibaca: %1.</translation>
    </message>
    <message>
      <source>Extension %1 answered.</source>
      <translation>Sambungan %1 menjawab.</translation>
    </message>
    <message>
      <source>Extension %1 calls %2.</source>
      <translation>Sambungan %1 memanggil %2.</translation>
    </message>
    <message>
      <source>Extension %1 did not answer.</source>
      <translation>Sambungan %1 tidak menjawab.</translation>
    </message>
    <message>
      <source>Extension %1 is now: %2.</source>
      <translation>Sambungan %1 kini: %2.</translation>
    </message>
    <message>
      <source>Hung up.</source>
      <translation>Talian ditamatkan.</translation>
    </message>
    <message>
      <source>It rings at extension %1.</source>
      <translation>Berdering di sambungan %1.</translation>
    </message>
    <message>
      <source>The caller gave up after waiting %1.</source>
      <translation>Pemanggil meletakkan telefon selepas menunggu %1.</translation>
    </message>
    <message>
      <source>The customer answered extension %1.</source>
      <translation>Pelanggan menjawab sambungan %1.</translation>
    </message>
    <message>
      <source>The record of the call: %1, talk %2.</source>
      <translation>Rekod panggilan: %1, bual %2.</translation>
    </message>
  </context>
  <context>
    <name>export</name>
    <message>
      <source>Call ID</source>
      <translation>ID panggilan</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Panggilan</translation>
    </message>
    <message>
      <source>DID</source>
      <translation>DID</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Arah</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Hasil panggilan</translation>
    </message>
    <message>
      <source>Duration (seconds)</source>
      <translation>Tempoh (saat)</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>Sambungan</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Baris gilir</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Rakaman</translation>
    </message>
    <message>
      <source>Started (%1)</source>
      <translation>Mula (%1)</translation>
    </message>
    <message>
      <source>Status of the PBX</source>
      <translation>Status PBX</translation>
    </message>
    <message>
      <source>Talk (seconds)</source>
      <translation>Bual (saat)</translation>
    </message>
    <message>
      <source>Wait (seconds)</source>
      <translation>Tunggu (saat)</translation>
    </message>
    <message>
      <source>local time</source>
      <translation>waktu tempatan</translation>
    </message>
  </context>
  <context>
    <name>history</name>
    <message>
      <source>DID</source>
      <translation>DID</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Arah</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Hasil panggilan</translation>
    </message>
    <message>
      <source>Ext.</source>
      <translation>Ext.</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Terlepas</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Nombor</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Baris gilir</translation>
    </message>
    <message>
      <source>Recorded</source>
      <translation>Dirakam</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Rakaman</translation>
    </message>
    <message>
      <source>Talk</source>
      <translation>Bual</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Masa</translation>
    </message>
    <message>
      <source>Wait</source>
      <translation>Tunggu</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>tidak diketahui</translation>
    </message>
  </context>
  <context>
    <name>number label</name>
    <message>
      <source>extension</source>
      <translation>sambungan</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>faks</translation>
    </message>
    <message>
      <source>home</source>
      <translation>rumah</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>bimbit</translation>
    </message>
    <message>
      <source>work</source>
      <translation>kerja</translation>
    </message>
  </context>
  <context>
    <name>offered</name>
    <message>
      <source>Break</source>
      <translation>Rehat</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>Perlu susulan</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Makan tengah hari</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Mesyuarat</translation>
    </message>
    <message>
      <source>Paperwork</source>
      <translation>Kerja dokumen</translation>
    </message>
    <message>
      <source>Passed on</source>
      <translation>Diserahkan</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>Selesai</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Latihan</translation>
    </message>
    <message>
      <source>Wrong number</source>
      <translation>Salah nombor</translation>
    </message>
  </context>
  <context>
    <name>outcome</name>
    <message>
      <source>Answered</source>
      <translation>Dijawab</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Terlepas</translation>
    </message>
    <message>
      <source>Not reached</source>
      <translation>Gagal</translation>
    </message>
    <message>
      <source>Not told yet</source>
      <translation>Belum pasti</translation>
    </message>
    <message>
      <source>Reached</source>
      <translation>Dihubungi</translation>
    </message>
  </context>
  <context>
    <name>pause</name>
    <message>
      <source>Do not pause</source>
      <translation>Batal jeda</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Tamat jeda</translation>
    </message>
  </context>
  <context>
    <name>pop</name>
    <message>
      <source>%1 call this week</source>
      <translation>Kali %1 minggu ini</translation>
    </message>
    <message>
      <source>Add a note…</source>
      <translation>Tambah nota…</translation>
    </message>
    <message>
      <source>All calls with this number</source>
      <translation>Semua panggilan nombor ini</translation>
    </message>
    <message>
      <source>Answered by %1</source>
      <translation>Dijawab oleh %1</translation>
    </message>
    <message>
      <source>Call again</source>
      <translation>Panggil lagi</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Panggil balik</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Salin nombor</translation>
    </message>
    <message>
      <source>Dial this number</source>
      <translation>Dail nombor ini</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Disposition ▾</source>
      <translation>Hasil ▾</translation>
    </message>
    <message>
      <source>First call</source>
      <translation>Panggilan pertama</translation>
    </message>
    <message>
      <source>Last call %1</source>
      <translation>Panggilan terakhir %1</translation>
    </message>
    <message>
      <source>More time</source>
      <translation>Tambah masa</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Tiada</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Nota</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Nota…</translation>
    </message>
    <message>
      <source>Open CRM</source>
      <translation>Buka CRM</translation>
    </message>
    <message>
      <source>Rang here %1</source>
      <translation>Berdering di sini %1</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Sedia</translation>
    </message>
    <message>
      <source>Transferred to %1</source>
      <translation>Dipindahkan kepada %1</translation>
    </message>
    <message>
      <source>Waited %1</source>
      <translation>Menunggu %1</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Selepas panggilan</translation>
    </message>
    <message>
      <source>at %1</source>
      <translation>jam %1</translation>
    </message>
    <message>
      <source>last %1</source>
      <translation>%1</translation>
    </message>
    <message>
      <source>queue %1</source>
      <translation>baris gilir %1</translation>
    </message>
    <message>
      <source>to %1</source>
      <translation>ke %1</translation>
    </message>
  </context>
  <context>
    <name>privacy</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Teruskan</translation>
    </message>
    <message>
      <source>Privacy mode</source>
      <translation>Mod privasi</translation>
    </message>
    <message>
      <source>Privacy mode is on, and this shows names and numbers as they are.</source>
      <translation>Mod privasi dihidupkan, dan ini menunjukkan nama dan nombor sebenar.</translation>
    </message>
    <message>
      <source>Privacy mode is on. The file will hold names and numbers as they are.</source>
      <translation>Mod privasi dihidupkan. Fail akan mengandungi nama dan nombor sebenar.</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>Tunjukkan</translation>
    </message>
  </context>
  <context>
    <name>settings</name>
    <message>
      <source> %</source>
      <translation> %</translation>
    </message>
    <message>
      <source> MB</source>
      <translation> MB</translation>
    </message>
    <message>
      <source> day</source>
      <translation> hari</translation>
    </message>
    <message>
      <source> days</source>
      <translation> hari</translation>
    </message>
    <message>
      <source> digit</source>
      <translation> digit</translation>
    </message>
    <message>
      <source> digits</source>
      <translation> digit</translation>
    </message>
    <message>
      <source> h</source>
      <translation> j</translation>
    </message>
    <message>
      <source> s</source>
      <translation> s</translation>
    </message>
    <message>
      <source>%1 (not found here)</source>
      <translation>%1 (tiada di sini)</translation>
    </message>
    <message>
      <source>0 closes it when the call ends.</source>
      <translation>0 menutupnya apabila panggilan tamat.</translation>
    </message>
    <message>
      <source>0938 363 739 (national)</source>
      <translation>0938 363 739 (dalam negara)</translation>
    </message>
    <message>
      <source>0: no wrap-up. It ends by itself, but never a pause that you chose meanwhile.</source>
      <translation>0: tiada masa urusan. Ia tamat sendiri, tetapi tidak menamatkan jeda yang anda pilih sementara itu.</translation>
    </message>
    <message>
      <source>84938363739 (international)</source>
      <translation>84938363739 (antarabangsa)</translation>
    </message>
    <message>
      <source>A WAV, MP3, OGG, FLAC or M4A file.</source>
      <translation>Fail WAV, MP3, OGG, FLAC atau M4A.</translation>
    </message>
    <message>
      <source>A made-up call goes the way of the PBX's calls until it is read. It pops nothing, and is in no history.</source>
      <translation>Panggilan rekaan melalui laluan panggilan PBX hingga ia dibaca. Tiada apa-apa dipaparkan dan ia tidak masuk ke dalam sejarah.</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Perihal</translation>
    </message>
    <message>
      <source>Address to ask</source>
      <translation>Alamat carian</translation>
    </message>
    <message>
      <source>Addresses of the PBX, one to a line.</source>
      <translation>Alamat PBX, satu setiap baris.</translation>
    </message>
    <message>
      <source>After calls that I make, too</source>
      <translation>Juga selepas panggilan yang saya buat</translation>
    </message>
    <message>
      <source>Also show calls of these queues (optional)</source>
      <translation>Tunjukkan juga panggilan baris gilir ini (pilihan)</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Paparan</translation>
    </message>
    <message>
      <source>Area code (optional)</source>
      <translation>Kod kawasan (pilihan)</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>Ikut desktop</translation>
    </message>
    <message>
      <source>Ask again about a number after</source>
      <translation>Cari semula nombor selepas</translation>
    </message>
    <message>
      <source>Ask every</source>
      <translation>Semak setiap</translation>
    </message>
    <message>
      <source>Ask the CRM who calls</source>
      <translation>Tanya CRM siapa pemanggil</translation>
    </message>
    <message>
      <source>Ask the PBX where it cannot reach this computer: it still works, a little later.</source>
      <translation>Semak PBX jika ia tidak dapat mencapai komputer ini: masih berfungsi, cuma lewat sedikit.</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Sandaran</translation>
    </message>
    <message>
      <source>Begin the history with my own calls only</source>
      <translation>Mulakan sejarah dengan panggilan saya sahaja</translation>
    </message>
    <message>
      <source>Beside the pop</source>
      <translation>Bersama tetingkap timbul</translation>
    </message>
    <message>
      <source>Beside your phone's own. It is silent in quiet hours.</source>
      <translation>Selain dering telefon anda. Senyap pada waktu senyap.</translation>
    </message>
    <message>
      <source>CRM</source>
      <translation>CRM</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Panggil balik</translation>
    </message>
    <message>
      <source>Callers who are none of your contacts. The pop does not wait: it fills in.</source>
      <translation>Pemanggil yang bukan kenalan anda. Tetingkap timbul tidak menunggu: butirannya diisi kemudian.</translation>
    </message>
    <message>
      <source>Calls are heard of</source>
      <translation>Berita panggilan</translation>
    </message>
    <message>
      <source>Calls that rang you</source>
      <translation>Panggilan yang berdering di sini</translation>
    </message>
    <message>
      <source>Choose a sound file</source>
      <translation>Pilih fail bunyi</translation>
    </message>
    <message>
      <source>Choose a sound file…</source>
      <translation>Pilih fail bunyi…</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Warna</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Negara</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Gelap</translation>
    </message>
    <message>
      <source>Delete a customer</source>
      <translation>Padam pelanggan</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Diagnostik</translation>
    </message>
    <message>
      <source>Dialling</source>
      <translation>Pendailan</translation>
    </message>
    <message>
      <source>Dispositions</source>
      <translation>Hasil panggilan</translation>
    </message>
    <message>
      <source>Do not disturb me at (optional)</source>
      <translation>Jangan ganggu saya pada (pilihan)</translation>
    </message>
    <message>
      <source>Empty where it is this computer's own.</source>
      <translation>Kosong jika sama dengan komputer ini.</translation>
    </message>
    <message>
      <source>Every step, for whoever helps</source>
      <translation>Setiap langkah, untuk pihak yang membantu</translation>
    </message>
    <message>
      <source>Everything about one number, in whatever way it is written. It cannot be undone.</source>
      <translation>Semua tentang satu nombor, walau apa pun cara ia ditulis. Tidak boleh dibuat asal.</translation>
    </message>
    <message>
      <source>Fetch the PBX's call records of the last</source>
      <translation>Ambil rekod panggilan PBX bagi tempoh</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>Selama-lamanya</translation>
    </message>
    <message>
      <source>For whoever helps: checks, settings, figures and the log. It holds no number, name or secret.</source>
      <translation>Untuk pihak yang membantu: semakan, tetapan, angka dan log. Tiada nombor, nama atau rahsia di dalamnya.</translation>
    </message>
    <message>
      <source>Give it to your administrator or to VoiceCloud as the CRM address. Treat it like a password.</source>
      <translation>Berikan kepada pentadbir anda atau VoiceCloud sebagai alamat CRM. Jaga ia seperti kata laluan.</translation>
    </message>
    <message>
      <source>HOST:PORT on this computer, such as 127.0.0.1:8737.</source>
      <translation>HOS:PORT pada komputer ini, contohnya 127.0.0.1:8737.</translation>
    </message>
    <message>
      <source>Heard on</source>
      <translation>Peranti bunyi</translation>
    </message>
    <message>
      <source>Hours such as 22:00-07:00, or Sat 00:00-24:00, one to a line. Calls are still in the history.</source>
      <translation>Waktu seperti 22:00-07:00 atau Sat 00:00-24:00, satu setiap baris. Panggilan masih ada dalam sejarah.</translation>
    </message>
    <message>
      <source>How fast calls are shown</source>
      <translation>Kepantasan memaparkan panggilan</translation>
    </message>
    <message>
      <source>How long calls are kept</source>
      <translation>Tempoh simpanan panggilan</translation>
    </message>
    <message>
      <source>How news arrives</source>
      <translation>Cara berita diterima</translation>
    </message>
    <message>
      <source>In the background, a day at a time. Older days are fetched where you look for them in the history.</source>
      <translation>Di latar belakang, sehari demi sehari. Hari lebih lama diambil apabila anda mencarinya dalam sejarah.</translation>
    </message>
    <message>
      <source>Instead of the pop</source>
      <translation>Ganti tetingkap timbul</translation>
    </message>
    <message>
      <source>It never takes the keyboard from what you are doing.</source>
      <translation>Ia tidak pernah mengambil alih papan kekunci daripada kerja anda.</translation>
    </message>
    <message>
      <source>Keep calls for</source>
      <translation>Simpan panggilan selama</translation>
    </message>
    <message>
      <source>Keep it after the call for</source>
      <translation>Kekalkan selepas panggilan selama</translation>
    </message>
    <message>
      <source>Keep them for</source>
      <translation>Simpan selama</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Kekunci</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Cerah</translation>
    </message>
    <message>
      <source>Listen at</source>
      <translation>Terima pada</translation>
    </message>
    <message>
      <source>Longest extension</source>
      <translation>Sambungan terpanjang</translation>
    </message>
    <message>
      <source>Masks names and numbers everywhere, for when the screen is shared.</source>
      <translation>Menyembunyikan nama dan nombor di semua tempat, semasa skrin dikongsi.</translation>
    </message>
    <message>
      <source>Milliseconds from the PBX's first word of a call until its pop was painted.</source>
      <translation>Milisaat dari berita pertama PBX tentang panggilan sehingga tetingkap timbulnya dipaparkan.</translation>
    </message>
    <message>
      <source>Missed calls</source>
      <translation>Panggilan terlepas</translation>
    </message>
    <message>
      <source>More extensions of yours</source>
      <translation>Sambungan anda yang lain</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Tidak pernah</translation>
    </message>
    <message>
      <source>News from the PBX (%1): in order</source>
      <translation>Berita daripada PBX (%1): baik</translation>
    </message>
    <message>
      <source>News from the PBX (%1): not in order</source>
      <translation>Berita daripada PBX (%1): ada masalah</translation>
    </message>
    <message>
      <source>No key is known yet.</source>
      <translation>Belum ada kunci API.</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Tiada had</translation>
    </message>
    <message>
      <source>Numbers up to this length are dialled as they are.</source>
      <translation>Nombor sehingga panjang ini didail seadanya.</translation>
    </message>
    <message>
      <source>Of everyone</source>
      <translation>Semua orang</translation>
    </message>
    <message>
      <source>Of my queues, too</source>
      <translation>Juga dari baris gilir saya</translation>
    </message>
    <message>
      <source>Older ones are deleted once a day, with their notes and webhooks.</source>
      <translation>Yang lebih lama dipadam sekali sehari, bersama nota dan webhooknya.</translation>
    </message>
    <message>
      <source>One queue to a line, whoever they ring.</source>
      <translation>Satu baris gilir setiap baris, tidak kira siapa yang berdering.</translation>
    </message>
    <message>
      <source>One to a line, in the menu's order. “Lunch: 45” gives it 45 minutes in a day.</source>
      <translation>Satu setiap baris, mengikut susunan menu. “Makan: 45” memberinya 45 minit sehari.</translation>
    </message>
    <message>
      <source>One to a line: their calls pop here too.</source>
      <translation>Satu setiap baris: panggilannya juga timbul di sini.</translation>
    </message>
    <message>
      <source>Only hear these senders (optional)</source>
      <translation>Terima daripada penghantar ini sahaja (pilihan)</translation>
    </message>
    <message>
      <source>Pause after each call for</source>
      <translation>Jeda selepas setiap panggilan selama</translation>
    </message>
    <message>
      <source>Pause me until it is unlocked</source>
      <translation>Jeda sehingga kunci dibuka</translation>
    </message>
    <message>
      <source>Pause reasons</source>
      <translation>Sebab jeda</translation>
    </message>
    <message>
      <source>Privacy mode</source>
      <translation>Mod privasi</translation>
    </message>
    <message>
      <source>Public address (optional)</source>
      <translation>Alamat awam (pilihan)</translation>
    </message>
    <message>
      <source>Put before local numbers that come without one.</source>
      <translation>Diletakkan di hadapan nombor tempatan yang tiada kod.</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Sebab</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Laporan</translation>
    </message>
    <message>
      <source>Ring on this computer while my extension rings</source>
      <translation>Berdering pada komputer ini semasa sambungan saya berdering</translation>
    </message>
    <message>
      <source>Ringtone</source>
      <translation>Nada dering</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Menyimpan…</translation>
    </message>
    <message>
      <source>Screen pop</source>
      <translation>Tetingkap timbul</translation>
    </message>
    <message>
      <source>Settings, calls, notes and contacts in one file. The key is not in it; customers' data is.</source>
      <translation>Tetapan, panggilan, nota dan kenalan dalam satu fail. Kunci API tiada di dalamnya; data pelanggan ada.</translation>
    </message>
    <message>
      <source>Show calls that I make, too</source>
      <translation>Tunjukkan juga panggilan yang saya buat</translation>
    </message>
    <message>
      <source>Show who calls in a corner of the screen</source>
      <translation>Tunjukkan pemanggil di sudut skrin</translation>
    </message>
    <message>
      <source>Sound file (optional)</source>
      <translation>Fail bunyi (pilihan)</translation>
    </message>
    <message>
      <source>Sound files (*.wav *.mp3 *.ogg *.oga *.flac *.m4a *.aac)</source>
      <translation>Fail bunyi (*.wav *.mp3 *.ogg *.oga *.flac *.m4a *.aac)</translation>
    </message>
    <message>
      <source>Start in the tray, without a window</source>
      <translation>Mula dalam dulang sistem, tanpa tetingkap</translation>
    </message>
    <message>
      <source>Stay as I am</source>
      <translation>Kekal seperti sedia ada</translation>
    </message>
    <message>
      <source>Stay available, and tell me afterwards</source>
      <translation>Kekal tersedia, dan beritahu saya kemudian</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Henti</translation>
    </message>
    <message>
      <source>Such as data[0].full_name.</source>
      <translation>Contohnya data[0].full_name.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Uji</translation>
    </message>
    <message>
      <source>That rang my phone</source>
      <translation>Yang berdering di telefon saya</translation>
    </message>
    <message>
      <source>The PBX dials</source>
      <translation>PBX mendail</translation>
    </message>
    <message>
      <source>The PBX tells this computer</source>
      <translation>PBX memberitahu komputer ini</translation>
    </message>
    <message>
      <source>The address for the vendor</source>
      <translation>Alamat untuk pembekal</translation>
    </message>
    <message>
      <source>The built-in one</source>
      <translation>Nada terbina dalam</translation>
    </message>
    <message>
      <source>The desktop's own notification</source>
      <translation>Pemberitahuan desktop</translation>
    </message>
    <message>
      <source>The key comes from the environment.</source>
      <translation>Kunci API diambil daripada persekitaran.</translation>
    </message>
    <message>
      <source>The key is kept for this session only: this computer has no keyring that is open.</source>
      <translation>Kunci API disimpan untuk sesi ini sahaja: tiada gelang kunci yang terbuka pada komputer ini.</translation>
    </message>
    <message>
      <source>The key is stored in the keyring.</source>
      <translation>Kunci API disimpan dalam gelang kunci.</translation>
    </message>
    <message>
      <source>The log never holds the key or the webhook address.</source>
      <translation>Log tidak pernah mengandungi kunci API atau alamat webhook.</translation>
    </message>
    <message>
      <source>The log says</source>
      <translation>Log mencatat</translation>
    </message>
    <message>
      <source>The system's own choice</source>
      <translation>Pilihan sistem</translation>
    </message>
    <message>
      <source>The way of a call</source>
      <translation>Laluan panggilan</translation>
    </message>
    <message>
      <source>They work in every program. Press the keys in a field; Backspace removes them.</source>
      <translation>Berfungsi dalam setiap program. Tekan kekunci dalam medan; Backspace membuangnya.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Komputer ini</translation>
    </message>
    <message>
      <source>This computer asks the PBX</source>
      <translation>Komputer ini menyemak PBX</translation>
    </message>
    <message>
      <source>Time to finish what a call left to do, before the next one comes.</source>
      <translation>Masa untuk menyelesaikan urusan panggilan sebelum panggilan berikutnya masuk.</translation>
    </message>
    <message>
      <source>Time zone of the PBX</source>
      <translation>Zon waktu PBX</translation>
    </message>
    <message>
      <source>Two letters, such as VN or MY: how local numbers are read.</source>
      <translation>Dua huruf, seperti VN atau MY: cara nombor tempatan dibaca.</translation>
    </message>
    <message>
      <source>Use at most</source>
      <translation>Guna paling banyak</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Kelantangan</translation>
    </message>
    <message>
      <source>Wait for the PBX</source>
      <translation>Tunggu PBX</translation>
    </message>
    <message>
      <source>What a call can have come to, one to a line.</source>
      <translation>Hasil yang mungkin bagi panggilan, satu setiap baris.</translation>
    </message>
    <message>
      <source>What a call opens in the browser, or sends to the CRM: at most once for each call.</source>
      <translation>Apa yang dibuka dalam pelayar atau dihantar ke CRM bagi panggilan: paling banyak sekali setiap panggilan.</translation>
    </message>
    <message>
      <source>What happens</source>
      <translation>Apa yang berlaku</translation>
    </message>
    <message>
      <source>What the PBX calls, where that is a tunnel or a name in your network.</source>
      <translation>Alamat yang dihubungi PBX, jika ia terowong atau nama dalam rangkaian anda.</translation>
    </message>
    <message>
      <source>What you can choose from when you pause.</source>
      <translation>Pilihan anda semasa memulakan jeda.</translation>
    </message>
    <message>
      <source>When I click “Open CRM”</source>
      <translation>Apabila saya klik “Buka CRM”</translation>
    </message>
    <message>
      <source>When it has ended</source>
      <translation>Apabila tamat</translation>
    </message>
    <message>
      <source>When it is answered</source>
      <translation>Apabila dijawab</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>Apabila berdering</translation>
    </message>
    <message>
      <source>Where it is more, the oldest days are deleted. Today always stays.</source>
      <translation>Jika melebihi, hari paling lama dipadam. Hari ini sentiasa dikekalkan.</translation>
    </message>
    <message>
      <source>Where the customer's page stands</source>
      <translation>Tempat halaman pelanggan</translation>
    </message>
    <message>
      <source>Where the name stands</source>
      <translation>Tempat nama</translation>
    </message>
    <message>
      <source>Where there is no tray, the window is shown.</source>
      <translation>Jika tiada dulang sistem, tetingkap ditunjukkan.</translation>
    </message>
    <message>
      <source>While the screen is locked</source>
      <translation>Semasa skrin dikunci</translation>
    </message>
    <message>
      <source>Who called in vain stays on the list until someone has spoken with them.</source>
      <translation>Pemanggil yang tidak dijawab kekal dalam senarai sehingga ada orang bercakap dengannya.</translation>
    </message>
    <message>
      <source>With {phone} as it came or {phone_e164} as +84…; it answers with JSON. Empty: no one.</source>
      <translation>Dengan {phone} seperti diterima atau {phone_e164} seperti +84…; jawapannya JSON. Kosong: tiada carian.</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Urusan selepas panggilan</translation>
    </message>
    <message>
      <source>Your PBX</source>
      <translation>PBX anda</translation>
    </message>
    <message>
      <source>Your desk</source>
      <translation>Meja anda</translation>
    </message>
    <message>
      <source>Your queues are those whose calls ring your phone.</source>
      <translation>Baris gilir anda ialah yang panggilannya berdering di telefon anda.</translation>
    </message>
    <message>
      <source>“More time” adds</source>
      <translation>“Tambah masa” menambah</translation>
    </message>
    <message>
      <source>“agent-desktop doctor” checks this computer.</source>
      <translation>“agent-desktop doctor” memeriksa komputer ini.</translation>
    </message>
  </context>
  <context>
    <name>status</name>
    <message>
      <source>%1 left</source>
      <translation>baki %1</translation>
    </message>
    <message>
      <source>%1 over</source>
      <translation>lebih %1</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Tersedia</translation>
    </message>
    <message>
      <source>Available after this call</source>
      <translation>Tersedia selepas panggilan ini</translation>
    </message>
    <message>
      <source>End of the pause requested %1</source>
      <translation>Tamat jeda diminta %1</translation>
    </message>
    <message>
      <source>On a call</source>
      <translation>Dalam panggilan</translation>
    </message>
    <message>
      <source>Pause follows this call</source>
      <translation>Jeda menyusul selepas panggilan ini</translation>
    </message>
    <message>
      <source>Pause requested %1</source>
      <translation>Jeda diminta %1</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Jeda</translation>
    </message>
    <message>
      <source>Phone offline</source>
      <translation>Luar talian</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Berdering</translation>
    </message>
    <message>
      <source>The PBX refused the change.</source>
      <translation>PBX menolak perubahan itu.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Tidak diketahui</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Selepas panggilan</translation>
    </message>
    <message>
      <source>Wrap-up follows this call</source>
      <translation>Masa urusan menyusul selepas panggilan ini</translation>
    </message>
    <message>
      <source>as of %1</source>
      <translation>setakat %1</translation>
    </message>
    <message>
      <source>confirmed by the PBX %1</source>
      <translation>disahkan PBX %1</translation>
    </message>
    <message>
      <source>nothing heard from the PBX yet</source>
      <translation>belum ada berita daripada PBX</translation>
    </message>
  </context>
  <context>
    <name>wording</name>
    <message>
      <source>%1 Apr</source>
      <translation>%1 Apr</translation>
    </message>
    <message>
      <source>%1 Aug</source>
      <translation>%1 Ogo</translation>
    </message>
    <message>
      <source>%1 Dec</source>
      <translation>%1 Dis</translation>
    </message>
    <message>
      <source>%1 Feb</source>
      <translation>%1 Feb</translation>
    </message>
    <message>
      <source>%1 Jan</source>
      <translation>%1 Jan</translation>
    </message>
    <message>
      <source>%1 Jul</source>
      <translation>%1 Jul</translation>
    </message>
    <message>
      <source>%1 Jun</source>
      <translation>%1 Jun</translation>
    </message>
    <message>
      <source>%1 Mar</source>
      <translation>%1 Mac</translation>
    </message>
    <message>
      <source>%1 May</source>
      <translation>%1 Mei</translation>
    </message>
    <message>
      <source>%1 Nov</source>
      <translation>%1 Nov</translation>
    </message>
    <message>
      <source>%1 Oct</source>
      <translation>%1 Okt</translation>
    </message>
    <message>
      <source>%1 Sep</source>
      <translation>%1 Sep</translation>
    </message>
    <message>
      <source>%1 days ago</source>
      <translation>%1 hari lalu</translation>
    </message>
    <message>
      <source>%1 h %2</source>
      <translation>%1 j %2</translation>
    </message>
    <message>
      <source>%1 h ago</source>
      <translation>%1 j lalu</translation>
    </message>
    <message>
      <source>%1 min</source>
      <translation>%1 min</translation>
    </message>
    <message>
      <source>%1 min ago</source>
      <translation>%1 min lalu</translation>
    </message>
    <message>
      <source>%1 s</source>
      <translation>%1 s</translation>
    </message>
    <message>
      <source>%1 s ago</source>
      <translation>%1 s lalu</translation>
    </message>
    <message>
      <source>%1nd</source>
      <translation>ke-%1</translation>
    </message>
    <message>
      <source>%1rd</source>
      <translation>ke-%1</translation>
    </message>
    <message>
      <source>%1st</source>
      <translation>ke-%1</translation>
    </message>
    <message>
      <source>%1th</source>
      <translation>ke-%1</translation>
    </message>
    <message>
      <source>1 day ago</source>
      <translation>1 hari lalu</translation>
    </message>
    <message>
      <source>Abandoned</source>
      <translation>Ditinggalkan</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Dijawab</translation>
    </message>
    <message>
      <source>Answered by %1</source>
      <translation>Dijawab oleh %1</translation>
    </message>
    <message>
      <source>Answered by a colleague</source>
      <translation>Dijawab rakan sekerja</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Sibuk</translation>
    </message>
    <message>
      <source>Calling</source>
      <translation>Memanggil</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Dibatalkan</translation>
    </message>
    <message>
      <source>Ended</source>
      <translation>Tamat</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Gagal</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>Jum</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>Berlangsung</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Panggilan masuk</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Terlepas</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>Isn</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Tiada jawapan</translation>
    </message>
    <message>
      <source>No news from the PBX</source>
      <translation>Tiada berita daripada PBX</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>Tidak dapat dihubungi</translation>
    </message>
    <message>
      <source>Not reached</source>
      <translation>Gagal dihubungi</translation>
    </message>
    <message>
      <source>Number not known yet</source>
      <translation>Nombor belum diketahui</translation>
    </message>
    <message>
      <source>Number withheld</source>
      <translation>Nombor peribadi</translation>
    </message>
    <message>
      <source>On a call</source>
      <translation>Dalam panggilan</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Panggilan keluar</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>Sab</translation>
    </message>
    <message>
      <source>Stopped ringing here</source>
      <translation>Berhenti berdering di sini</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>Ahd</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>Kha</translation>
    </message>
    <message>
      <source>Transferred</source>
      <translation>Dipindahkan</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>Sel</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>Rab</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>baru sahaja</translation>
    </message>
    <message>
      <source>today %1</source>
      <translation>hari ini %1</translation>
    </message>
    <message>
      <source>yesterday %1</source>
      <translation>semalam %1</translation>
    </message>
  </context>
</TS>
