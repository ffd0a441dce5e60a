<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
  <context>
    <name>AskDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
  </context>
  <context>
    <name>Backups</name>
    <message>
      <source>A backup is laid ready. Quit Agent Desktop and start it again: it is restored then.</source>
      <translation>Bản sao lưu đã sẵn sàng. Hãy thoát rồi mở lại Agent Desktop để khôi phục.</translation>
    </message>
    <message>
      <source>Back up now…</source>
      <translation>Sao lưu ngay…</translation>
    </message>
    <message>
      <source>Back up to</source>
      <translation>Sao lưu vào</translation>
    </message>
    <message>
      <source>Backing up…</source>
      <translation>Đang sao lưu…</translation>
    </message>
    <message>
      <source>Backups (*.zip)</source>
      <translation>Bản sao lưu (*.zip)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Checking the backup…</source>
      <translation>Đang kiểm tra bản sao lưu…</translation>
    </message>
    <message>
      <source>Do not restore</source>
      <translation>Không khôi phục</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Tiến độ</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
      <source>Restore…</source>
      <translation>Khôi phục…</translation>
    </message>
    <message>
      <source>Stopped. Nothing was written.</source>
      <translation>Đã dừng. Không có gì được ghi.</translation>
    </message>
    <message>
      <source>The next start restores nothing.</source>
      <translation>Lần khởi động tới sẽ không khôi phục gì.</translation>
    </message>
    <message>
      <source>Written: %1. Keep it safe: it holds customers' data.</source>
      <translation>Đã ghi: %1. Hãy cất cẩn thận vì có dữ liệu khách hàng.</translation>
    </message>
  </context>
  <context>
    <name>CallActions</name>
    <message>
      <source>All calls with this number</source>
      <translation>Mọi cuộc gọi với số này</translation>
    </message>
    <message>
      <source>Call back later</source>
      <translation>Gọi lại sau</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Sao chép số</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Sao chép dòng</translation>
    </message>
    <message>
      <source>Details…</source>
      <translation>Chi tiết…</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Gọi %1</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Kết quả cuộc gọi</translation>
    </message>
    <message>
      <source>Keep as a contact…</source>
      <translation>Lưu vào danh bạ…</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Ghi chú…</translation>
    </message>
    <message>
      <source>Open in the CRM</source>
      <translation>Mở trong CRM</translation>
    </message>
    <message>
      <source>Play the recording</source>
      <translation>Nghe ghi âm</translation>
    </message>
  </context>
  <context>
    <name>CallBackActions</name>
    <message>
      <source>1 hour</source>
      <translation>1 giờ</translation>
    </message>
    <message>
      <source>15 minutes</source>
      <translation>15 phút</translation>
    </message>
    <message>
      <source>All calls with this number</source>
      <translation>Mọi cuộc gọi với số này</translation>
    </message>
    <message>
      <source>Call back at</source>
      <translation>Gọi lại lúc</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Sao chép số</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Gọi %1</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Xong</translation>
    </message>
    <message>
      <source>Due at…</source>
      <translation>Hẹn lúc…</translation>
    </message>
    <message>
      <source>Due now</source>
      <translation>Cần gọi ngay</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Ghi chú…</translation>
    </message>
    <message>
      <source>Put back on the list</source>
      <translation>Đưa lại vào danh sách</translation>
    </message>
    <message>
      <source>Snooze</source>
      <translation>Hoãn</translation>
    </message>
    <message>
      <source>Snooze until</source>
      <translation>Hoãn đến</translation>
    </message>
    <message>
      <source>Tomorrow morning</source>
      <translation>Sáng mai</translation>
    </message>
    <message>
      <source>Until…</source>
      <translation>Đến lúc…</translation>
    </message>
  </context>
  <context>
    <name>CallBackPanel</name>
    <message>
      <source>Ask the PBX</source>
      <translation>Hỏi tổng đài</translation>
    </message>
    <message>
      <source>Dial</source>
      <translation>Gọi</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Xong</translation>
    </message>
    <message>
      <source>Done: %1</source>
      <translation>Xong: %1</translation>
    </message>
    <message>
      <source>Looking for call-backs…</source>
      <translation>Đang tìm các cuộc cần gọi lại…</translation>
    </message>
    <message>
      <source>No call-back was finished within %1 days.</source>
      <translation>Chưa có cuộc gọi lại nào hoàn thành trong %1 ngày qua.</translation>
    </message>
    <message>
      <source>No call-back was finished within a day.</source>
      <translation>Chưa có cuộc gọi lại nào hoàn thành trong 1 ngày qua.</translation>
    </message>
    <message>
      <source>Nobody waits for a call.</source>
      <translation>Không có ai chờ gọi lại.</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Nothing is put off.</source>
      <translation>Không có cuộc nào bị hoãn.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Chờ</translation>
    </message>
    <message>
      <source>Put back on the list</source>
      <translation>Đưa lại vào danh sách</translation>
    </message>
    <message>
      <source>Show who waits</source>
      <translation>Xem ai đang chờ</translation>
    </message>
    <message>
      <source>Snooze</source>
      <translation>Hoãn</translation>
    </message>
    <message>
      <source>Snoozed</source>
      <translation>Hoãn</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Thử lại</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Hoàn tác</translation>
    </message>
  </context>
  <context>
    <name>CallBackTable</name>
    <message>
      <source>Call-backs</source>
      <translation>Gọi lại</translation>
    </message>
  </context>
  <context>
    <name>CallDetailsDialog</name>
    <message>
      <source>Call</source>
      <translation>Cuộc gọi</translation>
    </message>
    <message>
      <source>Call id</source>
      <translation>Mã cuộc gọi</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Đóng</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Sao chép</translation>
    </message>
    <message>
      <source>DID</source>
      <translation>Đầu số</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Chiều gọi</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Kết quả</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Sự kiện</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>Máy lẻ</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Khu vực</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Chưa có</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Ghi chú…</translation>
    </message>
    <message>
      <source>On the screen %1 ms after its first event: read after %2 ms, given to the window after %3 ms.</source>
      <translation>Hiện trên màn hình sau sự kiện đầu tiên %1 ms: đọc xong sau %2 ms, chuyển đến cửa sổ sau %3 ms.</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Trạng thái</translation>
    </message>
    <message>
      <source>Play the recording</source>
      <translation>Nghe ghi âm</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Hàng đợi</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Ghi âm</translation>
    </message>
    <message>
      <source>Talk</source>
      <translation>Đàm thoại</translation>
    </message>
    <message>
      <source>There was no screen pop for this call.</source>
      <translation>Cuộc gọi này không hiện cửa sổ cuộc gọi đến.</translation>
    </message>
    <message>
      <source>Wait</source>
      <translation>Chờ</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Thời điểm</translation>
    </message>
  </context>
  <context>
    <name>CardView</name>
    <message>
      <source>Dismiss</source>
      <translation>Đóng</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Thêm</translation>
    </message>
  </context>
  <context>
    <name>ComputerSwitches</name>
    <message>
      <source>Now no program opens them.</source>
      <translation>Hiện chưa có chương trình nào mở.</translation>
    </message>
    <message>
      <source>Now they open in %1.</source>
      <translation>Hiện mở bằng %1.</translation>
    </message>
    <message>
      <source>Open phone links (tel:) with Agent Desktop</source>
      <translation>Mở liên kết gọi (tel:) bằng Agent Desktop</translation>
    </message>
    <message>
      <source>Start when I sign in</source>
      <translation>Khởi động khi đăng nhập</translation>
    </message>
    <message>
      <source>They open here now.</source>
      <translation>Hiện mở tại đây.</translation>
    </message>
  </context>
  <context>
    <name>ConnectionForm</name>
    <message>
      <source>Asking the PBX…</source>
      <translation>Đang hỏi tổng đài…</translation>
    </message>
    <message>
      <source>Domain</source>
      <translation>Tên miền</translation>
    </message>
    <message>
      <source>Given by the environment variable AGENT_DESKTOP_KEY.</source>
      <translation>Lấy từ biến môi trường AGENT_DESKTOP_KEY.</translation>
    </message>
    <message>
      <source>Kept for this session only. Type it again to store it.</source>
      <translation>Chỉ giữ trong phiên này. Nhập lại để lưu.</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Khóa API</translation>
    </message>
    <message>
      <source>Only where call records come from another address.</source>
      <translation>Chỉ điền khi dữ liệu cuộc gọi lấy từ địa chỉ khác.</translation>
    </message>
    <message>
      <source>PBX address</source>
      <translation>Địa chỉ tổng đài</translation>
    </message>
    <message>
      <source>Report address (optional)</source>
      <translation>Địa chỉ báo cáo (không bắt buộc)</translation>
    </message>
    <message>
      <source>Stop the test</source>
      <translation>Dừng thử</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Đã dừng.</translation>
    </message>
    <message>
      <source>Stored in the keyring. Type a new one to replace it.</source>
      <translation>Đã cất trong kho mật khẩu. Nhập khóa mới nếu muốn thay.</translation>
    </message>
    <message>
      <source>Test the connection</source>
      <translation>Thử kết nối</translation>
    </message>
    <message>
      <source>The address of your PBX, as your administrator gave it to you.</source>
      <translation>Địa chỉ tổng đài do quản trị viên cung cấp.</translation>
    </message>
    <message>
      <source>The company's key. It goes into this computer's keyring and is never shown again.</source>
      <translation>Khóa API của công ty. Khóa được cất trong kho mật khẩu của máy tính và không bao giờ hiện lại.</translation>
    </message>
    <message>
      <source>This is still missing.</source>
      <translation>Mục này còn thiếu.</translation>
    </message>
    <message>
      <source>Your company's domain on the PBX.</source>
      <translation>Tên miền của công ty trên tổng đài.</translation>
    </message>
    <message>
      <source>Your extension</source>
      <translation>Số máy lẻ của bạn</translation>
    </message>
  </context>
  <context>
    <name>ContactExport</name>
    <message>
      <source>%1 contacts were written to %2.</source>
      <translation>Đã ghi %1 liên hệ vào %2.</translation>
    </message>
    <message>
      <source>1 contact was written to %2.</source>
      <translation>Đã ghi 1 liên hệ vào %2.</translation>
    </message>
    <message>
      <source>As a table (CSV)</source>
      <translation>Dạng bảng (CSV)</translation>
    </message>
    <message>
      <source>As vCards</source>
      <translation>Dạng vCard</translation>
    </message>
    <message>
      <source>Export contacts</source>
      <translation>Xuất danh bạ</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Xuất…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Dừng</translation>
    </message>
    <message>
      <source>Stopped: no file was written.</source>
      <translation>Đã dừng: không có tệp nào được ghi.</translation>
    </message>
    <message>
      <source>Writing: %1 of %2</source>
      <translation>Đang ghi: %1/%2</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Đang ghi…</translation>
    </message>
  </context>
  <context>
    <name>ContactForm</name>
    <message>
      <source>%1 has this number already.</source>
      <translation>%1 đã có số này.</translation>
    </message>
    <message>
      <source>Add a number</source>
      <translation>Thêm số</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Company (optional)</source>
      <translation>Công ty (không bắt buộc)</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Liên hệ</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Tên</translation>
    </message>
    <message>
      <source>New contact</source>
      <translation>Liên hệ mới</translation>
    </message>
    <message>
      <source>Note (optional)</source>
      <translation>Ghi chú (không bắt buộc)</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Số điện thoại</translation>
    </message>
    <message>
      <source>Other tags (optional)</source>
      <translation>Nhãn khác (không bắt buộc)</translation>
    </message>
    <message>
      <source>Page in the CRM (optional)</source>
      <translation>Trang trong CRM (không bắt buộc)</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Lưu</translation>
    </message>
    <message>
      <source>Separated by commas.</source>
      <translation>Cách nhau bằng dấu phẩy.</translation>
    </message>
    <message>
      <source>VIP: say so on the pop</source>
      <translation>Khách VIP: báo trên cửa sổ cuộc gọi đến</translation>
    </message>
    <message>
      <source>“%1” is no number.</source>
      <translation>“%1” không phải là số điện thoại.</translation>
    </message>
  </context>
  <context>
    <name>ContactImport</name>
    <message>
      <source>%1 added</source>
      <translation>%1 được thêm</translation>
    </message>
    <message>
      <source>%1 are there already: %2.</source>
      <translation>%1 liên hệ đã có: %2.</translation>
    </message>
    <message>
      <source>%1 completed</source>
      <translation>%1 được bổ sung</translation>
    </message>
    <message>
      <source>%1 contacts in %2</source>
      <translation>%1 liên hệ trong %2</translation>
    </message>
    <message>
      <source>%1 left as they were</source>
      <translation>%1 giữ nguyên</translation>
    </message>
    <message>
      <source>%1 lines were not understood in full:</source>
      <translation>%1 dòng không hiểu được trọn vẹn:</translation>
    </message>
    <message>
      <source>%1 not understood in full</source>
      <translation>%1 không hiểu trọn vẹn</translation>
    </message>
    <message>
      <source>%1 repeat earlier lines.</source>
      <translation>%1 liên hệ lặp lại các dòng trước.</translation>
    </message>
    <message>
      <source>1 contact in %2</source>
      <translation>1 liên hệ trong %2</translation>
    </message>
    <message>
      <source>1 is there already: %2.</source>
      <translation>1 liên hệ đã có: %2.</translation>
    </message>
    <message>
      <source>1 left as it was</source>
      <translation>1 giữ nguyên</translation>
    </message>
    <message>
      <source>1 line was not understood in full:</source>
      <translation>1 dòng không hiểu được trọn vẹn:</translation>
    </message>
    <message>
      <source>1 repeats an earlier line.</source>
      <translation>1 liên hệ lặp lại dòng trước.</translation>
    </message>
    <message>
      <source>Add them all the same, beside the others</source>
      <translation>Vẫn thêm thành liên hệ riêng</translation>
    </message>
    <message>
      <source>Add what is new of them: numbers, tags, notes</source>
      <translation>Bổ sung phần mới: số, nhãn, ghi chú</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Đóng</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>Xong.</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Nhập</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Nhập danh bạ</translation>
    </message>
    <message>
      <source>Importing: %1 of %2</source>
      <translation>Đang nhập: %1/%2</translation>
    </message>
    <message>
      <source>Importing…</source>
      <translation>Đang nhập…</translation>
    </message>
    <message>
      <source>Leave them as they are</source>
      <translation>Giữ nguyên</translation>
    </message>
    <message>
      <source>Left as they are:</source>
      <translation>Giữ nguyên:</translation>
    </message>
    <message>
      <source>Line %1: %2</source>
      <translation>Dòng %1: %2</translation>
    </message>
    <message>
      <source>Line %1: %2 is there already</source>
      <translation>Dòng %1: %2 đã có</translation>
    </message>
    <message>
      <source>Line %1: %2, the same name and company as in line %4</source>
      <translation>Dòng %1: %2, cùng tên và công ty với dòng %4</translation>
    </message>
    <message>
      <source>Line %1: %2, the same number as %3</source>
      <translation>Dòng %1: %2, cùng số với %3</translation>
    </message>
    <message>
      <source>Line %1: %2, the same number as %3 in line %4</source>
      <translation>Dòng %1: %2, cùng số với %3 ở dòng %4</translation>
    </message>
    <message>
      <source>Looking for contacts that are there already: %1 of %2</source>
      <translation>Đang tìm liên hệ đã có: %1/%2</translation>
    </message>
    <message>
      <source>Looking for contacts that are there already…</source>
      <translation>Đang tìm liên hệ đã có…</translation>
    </message>
    <message>
      <source>Nothing more was imported.</source>
      <translation>Không nhập thêm gì nữa.</translation>
    </message>
    <message>
      <source>Reading %1…</source>
      <translation>Đang đọc %1…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Dừng</translation>
    </message>
    <message>
      <source>Stopped. What was imported stays.</source>
      <translation>Đã dừng. Phần đã nhập vẫn giữ lại.</translation>
    </message>
    <message>
      <source>The first of them, as they would be kept:</source>
      <translation>Các liên hệ đầu tiên sẽ được lưu như sau:</translation>
    </message>
    <message>
      <source>There was nothing to import.</source>
      <translation>Không có gì để nhập.</translation>
    </message>
    <message>
      <source>What is left as it is</source>
      <translation>Phần được giữ nguyên</translation>
    </message>
    <message>
      <source>What was not understood</source>
      <translation>Phần không hiểu được</translation>
    </message>
  </context>
  <context>
    <name>ContactsPanel</name>
    <message>
      <source>%1 contacts</source>
      <translation>%1 liên hệ</translation>
    </message>
    <message>
      <source>%1 contacts were deleted.</source>
      <translation>Đã xóa %1 liên hệ.</translation>
    </message>
    <message>
      <source>%1 was deleted.</source>
      <translation>Đã xóa %1.</translation>
    </message>
    <message>
      <source>1 contact</source>
      <translation>1 liên hệ</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Thêm…</translation>
    </message>
    <message>
      <source>All calls with this number</source>
      <translation>Mọi cuộc gọi với số này</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Mọi tệp (*)</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Xóa tìm kiếm</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Danh bạ</translation>
    </message>
    <message>
      <source>Contacts (*.csv *.txt *.vcf *.vcard)</source>
      <translation>Danh bạ (*.csv *.txt *.vcf *.vcard)</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Sao chép số</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Sao chép dòng</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Xóa</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Gọi %1</translation>
    </message>
    <message>
      <source>Dial %1 (%2)</source>
      <translation>Gọi %1 (%2)</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Sửa…</translation>
    </message>
    <message>
      <source>Import contacts</source>
      <translation>Nhập danh bạ</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Nhập…</translation>
    </message>
    <message>
      <source>Looking for contacts…</source>
      <translation>Đang tìm liên hệ…</translation>
    </message>
    <message>
      <source>More than %1 contacts</source>
      <translation>Hơn %1 liên hệ</translation>
    </message>
    <message>
      <source>No VIP any more</source>
      <translation>Bỏ VIP</translation>
    </message>
    <message>
      <source>No contact fits this search.</source>
      <translation>Không có liên hệ nào khớp.</translation>
    </message>
    <message>
      <source>No contacts yet. Import the ones you have, from a CSV table or from vCards.</source>
      <translation>Danh bạ còn trống. Hãy nhập danh bạ sẵn có từ tệp CSV hoặc vCard.</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>Mở trang</translation>
    </message>
    <message>
      <source>Search contacts</source>
      <translation>Tìm trong danh bạ</translation>
    </message>
    <message>
      <source>Search the contacts</source>
      <translation>Tìm trong danh bạ</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Thử lại</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Hoàn tác</translation>
    </message>
    <message>
      <source>VIP</source>
      <translation>VIP</translation>
    </message>
    <message>
      <source>VIPs only</source>
      <translation>Chỉ khách VIP</translation>
    </message>
  </context>
  <context>
    <name>CrmRules</name>
    <message>
      <source>Add a rule</source>
      <translation>Thêm quy tắc</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Đã lưu.</translation>
    </message>
    <message>
      <source>There is no rule yet.</source>
      <translation>Chưa có quy tắc nào.</translation>
    </message>
    <message>
      <source>Trying it with a made-up call…</source>
      <translation>Đang thử với cuộc gọi giả…</translation>
    </message>
  </context>
  <context>
    <name>CurrentCall</name>
    <message>
      <source>Answered by %1</source>
      <translation>%1 đã nghe máy</translation>
    </message>
  </context>
  <context>
    <name>DayPicture</name>
    <message>
      <source>%1 calls</source>
      <translation>%1 cuộc gọi</translation>
    </message>
    <message>
      <source>%1 to %2</source>
      <translation>%1 đến %2</translation>
    </message>
    <message>
      <source>1 call</source>
      <translation>1 cuộc gọi</translation>
    </message>
    <message>
      <source>Calls over time</source>
      <translation>Cuộc gọi theo thời gian</translation>
    </message>
    <message>
      <source>Choose at most %1 days to see them as a picture.</source>
      <translation>Chọn tối đa %1 ngày để xem biểu đồ.</translation>
    </message>
    <message>
      <source>Copy the picture</source>
      <translation>Sao chép biểu đồ</translation>
    </message>
    <message>
      <source>Day picture</source>
      <translation>Biểu đồ trong ngày</translation>
    </message>
    <message>
      <source>Hide the day picture</source>
      <translation>Ẩn biểu đồ</translation>
    </message>
    <message>
      <source>Show all calls again</source>
      <translation>Hiện lại mọi cuộc gọi</translation>
    </message>
    <message>
      <source>Show the day picture</source>
      <translation>Hiện biểu đồ</translation>
    </message>
    <message>
      <source>Talk</source>
      <translation>Thoại</translation>
    </message>
    <message>
      <source>Talk %1</source>
      <translation>Đàm thoại %1</translation>
    </message>
  </context>
  <context>
    <name>DeleteCustomer</name>
    <message>
      <source>%1 to %2</source>
      <translation>%1 đến %2</translation>
    </message>
    <message>
      <source>Backups that you made are not changed.</source>
      <translation>Các bản sao lưu đã tạo không thay đổi.</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Gọi lại</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Cuộc gọi</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Danh bạ</translation>
    </message>
    <message>
      <source>Delete all of this</source>
      <translation>Xóa tất cả</translation>
    </message>
    <message>
      <source>Deleted. The PBX's records of these calls will not bring them back.</source>
      <translation>Đã xóa. Dữ liệu từ tổng đài sẽ không đưa các cuộc gọi này trở lại.</translation>
    </message>
    <message>
      <source>Deleting…</source>
      <translation>Đang xóa…</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Từ</translation>
    </message>
    <message>
      <source>Lines of the log</source>
      <translation>Dòng nhật ký</translation>
    </message>
    <message>
      <source>Look up</source>
      <translation>Tra cứu</translation>
    </message>
    <message>
      <source>Looking through everything that is kept…</source>
      <translation>Đang tìm trong toàn bộ dữ liệu…</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Nothing is kept about this number. Deleting it keeps its earlier calls from coming back.</source>
      <translation>Không có dữ liệu nào về số này. Xóa để các cuộc gọi trước đây không xuất hiện lại.</translation>
    </message>
    <message>
      <source>Old copies of the database</source>
      <translation>Bản cũ của cơ sở dữ liệu</translation>
    </message>
    <message>
      <source>The customer's number</source>
      <translation>Số của khách hàng</translation>
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
      <translation>Không có trình duyệt nào mở được địa chỉ này.</translation>
    </message>
    <message>
      <source>The CRM's address cannot be opened.</source>
      <translation>Không mở được địa chỉ CRM.</translation>
    </message>
  </context>
  <context>
    <name>Diagnostics</name>
    <message>
      <source>Days</source>
      <translation>Ngày</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Xem lại</translation>
    </message>
    <message>
      <source>The last 7 days</source>
      <translation>7 ngày qua</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hôm nay</translation>
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
      <translation>Gọi</translation>
    </message>
    <message>
      <source>Number to dial</source>
      <translation>Số cần gọi</translation>
    </message>
  </context>
  <context>
    <name>DialFlow</name>
    <message>
      <source>That number was dialled a moment ago. It is not dialled twice within 3 seconds.</source>
      <translation>Số này vừa được gọi. Không gọi lặp lại trong vòng 3 giây.</translation>
    </message>
    <message>
      <source>Type a number first.</source>
      <translation>Hãy nhập số trước.</translation>
    </message>
    <message>
      <source>Your phone rings.</source>
      <translation>Điện thoại của bạn đang đổ chuông.</translation>
    </message>
  </context>
  <context>
    <name>DialPopup</name>
    <message>
      <source>Dial</source>
      <translation>Gọi</translation>
    </message>
  </context>
  <context>
    <name>DialSheet</name>
    <message>
      <source>Asking the PBX to dial…</source>
      <translation>Đang yêu cầu tổng đài gọi…</translation>
    </message>
    <message>
      <source>Dial it</source>
      <translation>Gọi</translation>
    </message>
    <message>
      <source>Do not dial</source>
      <translation>Không gọi</translation>
    </message>
    <message>
      <source>There are several numbers in that. Which one?</source>
      <translation>Có nhiều số trong nội dung này. Gọi số nào?</translation>
    </message>
  </context>
  <context>
    <name>EventList</name>
    <message>
      <source>As it came</source>
      <translation>Nguyên văn</translation>
    </message>
    <message>
      <source>Looking for events…</source>
      <translation>Đang tìm sự kiện…</translation>
    </message>
    <message>
      <source>No event of this call reached this computer: the PBX's records tell of it.</source>
      <translation>Máy tính này không nhận sự kiện nào của cuộc gọi; thông tin lấy từ dữ liệu tổng đài.</translation>
    </message>
    <message>
      <source>The request as it came</source>
      <translation>Nguyên văn yêu cầu</translation>
    </message>
  </context>
  <context>
    <name>FilterChips</name>
    <message>
      <source>Clear all</source>
      <translation>Xóa hết</translation>
    </message>
    <message>
      <source>Take away: %1</source>
      <translation>Bỏ lọc: %1</translation>
    </message>
  </context>
  <context>
    <name>FilterMenu</name>
    <message>
      <source>Abandoned</source>
      <translation>Khách bỏ máy</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Đã trả lời</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Máy bận</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Thất bại</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Lọc</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Gọi đến</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Gọi nhỡ</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Không trả lời</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Gọi đi</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Hàng đợi</translation>
    </message>
    <message>
      <source>With a recording</source>
      <translation>Có ghi âm</translation>
    </message>
    <message>
      <source>Without a recording</source>
      <translation>Không có ghi âm</translation>
    </message>
  </context>
  <context>
    <name>FirstRun</name>
    <message>
      <source>Connect to your PBX</source>
      <translation>Kết nối tổng đài</translation>
    </message>
    <message>
      <source>Four things from your administrator, and this program can show who calls and dial for you.</source>
      <translation>Chỉ cần bốn thông tin từ quản trị viên, chương trình sẽ cho biết ai gọi đến và gọi đi giúp bạn.</translation>
    </message>
    <message>
      <source>Give this address to your administrator or to VoiceCloud, as the CRM address (webhook) of your extension. The PBX calls it whenever your phone rings. Treat it like a password.</source>
      <translation>Gửi địa chỉ này cho quản trị viên hoặc VoiceCloud để khai báo làm địa chỉ CRM (webhook) của số máy lẻ. Tổng đài gọi địa chỉ này mỗi khi điện thoại của bạn đổ chuông. Hãy giữ kín như mật khẩu.</translation>
    </message>
    <message>
      <source>If the PBX cannot reach this computer, choose “This computer asks the PBX” in the settings. You find the address there too.</source>
      <translation>Nếu tổng đài không gọi được tới máy tính này, hãy chọn “Máy tính này hỏi tổng đài” trong phần cài đặt. Địa chỉ cũng có ở đó.</translation>
    </message>
    <message>
      <source>Let the PBX tell you about calls</source>
      <translation>Nhận tin cuộc gọi từ tổng đài</translation>
    </message>
    <message>
      <source>Save and go on</source>
      <translation>Lưu và tiếp tục</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Đang lưu…</translation>
    </message>
    <message>
      <source>Start working</source>
      <translation>Bắt đầu làm việc</translation>
    </message>
  </context>
  <context>
    <name>GlobalKeys</name>
    <message>
      <source>Nothing is selected, and the clipboard is empty. Select a number, then try again.</source>
      <translation>Chưa chọn gì và bộ nhớ tạm trống. Hãy chọn một số rồi thử lại.</translation>
    </message>
    <message>
      <source>The PBX has not answered the last dial yet. Try again in a moment.</source>
      <translation>Tổng đài chưa trả lời lần quay số trước. Hãy thử lại sau giây lát.</translation>
    </message>
    <message>
      <source>What is selected is too long for a number.</source>
      <translation>Phần đã chọn quá dài so với một số điện thoại.</translation>
    </message>
  </context>
  <context>
    <name>HistoryExport</name>
    <message>
      <source>%1 calls are in %2.</source>
      <translation>Đã xuất %1 cuộc gọi vào %2.</translation>
    </message>
    <message>
      <source>%1 of %2 calls</source>
      <translation>%1/%2 cuộc gọi</translation>
    </message>
    <message>
      <source>1 call is in %2.</source>
      <translation>Đã xuất 1 cuộc gọi vào %2.</translation>
    </message>
    <message>
      <source>1 call.</source>
      <translation>1 cuộc gọi.</translation>
    </message>
    <message>
      <source>All %1 calls.</source>
      <translation>Tất cả %1 cuộc gọi.</translation>
    </message>
    <message>
      <source>Calls %1</source>
      <translation>Cuộc gọi %1</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Counting the calls…</source>
      <translation>Đang đếm cuộc gọi…</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Đóng</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Xuất</translation>
    </message>
    <message>
      <source>Export the calls</source>
      <translation>Xuất cuộc gọi</translation>
    </message>
    <message>
      <source>Export ▾</source>
      <translation>Xuất ▾</translation>
    </message>
    <message>
      <source>Finishing the file…</source>
      <translation>Đang hoàn tất tệp…</translation>
    </message>
    <message>
      <source>No calls.</source>
      <translation>Không có cuộc gọi nào.</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>Mở thư mục</translation>
    </message>
    <message>
      <source>Print this page…</source>
      <translation>In trang này…</translation>
    </message>
    <message>
      <source>Progress of the export</source>
      <translation>Tiến độ xuất</translation>
    </message>
    <message>
      <source>Table for Excel (XLSX)…</source>
      <translation>Bảng Excel (XLSX)…</translation>
    </message>
    <message>
      <source>Text for other programs (CSV)…</source>
      <translation>Văn bản cho chương trình khác (CSV)…</translation>
    </message>
    <message>
      <source>The export was stopped. No file was written.</source>
      <translation>Đã dừng xuất. Không có tệp nào được ghi.</translation>
    </message>
    <message>
      <source>The first %1 calls; there are more.</source>
      <translation>%1 cuộc gọi đầu tiên; vẫn còn nữa.</translation>
    </message>
    <message>
      <source>The first %1 of %2 calls.</source>
      <translation>%1 cuộc gọi đầu tiên trong số %2.</translation>
    </message>
    <message>
      <source>The page is in %1.</source>
      <translation>Trang đã lưu vào %1.</translation>
    </message>
    <message>
      <source>This page as a PDF…</source>
      <translation>Lưu trang này thành PDF…</translation>
    </message>
    <message>
      <source>Writing the page…</source>
      <translation>Đang ghi trang…</translation>
    </message>
    <message>
      <source>calls</source>
      <translation>cuộc gọi</translation>
    </message>
    <message>
      <source>en</source>
      <translation>vi</translation>
    </message>
  </context>
  <context>
    <name>HistoryFilters</name>
    <message>
      <source>All days</source>
      <translation>Mọi ngày</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Ngày</translation>
    </message>
    <message>
      <source>Everyone's</source>
      <translation>Mọi người</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Từ</translation>
    </message>
    <message>
      <source>From … to …</source>
      <translation>Từ … đến …</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>30 ngày qua</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>7 ngày qua</translation>
    </message>
    <message>
      <source>Mine</source>
      <translation>Của tôi</translation>
    </message>
    <message>
      <source>My calls</source>
      <translation>Cuộc gọi của tôi</translation>
    </message>
    <message>
      <source>Queue: %1</source>
      <translation>Hàng đợi: %1</translation>
    </message>
    <message>
      <source>Search number, name, note…</source>
      <translation>Tìm số, tên, ghi chú…</translation>
    </message>
    <message>
      <source>Search the history</source>
      <translation>Tìm trong lịch sử</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Đến</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hôm nay</translation>
    </message>
    <message>
      <source>Whose calls</source>
      <translation>Cuộc gọi của ai</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Hôm qua</translation>
    </message>
    <message>
      <source>to</source>
      <translation>đến</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Xóa tìm kiếm</translation>
    </message>
    <message>
      <source>Looking for calls…</source>
      <translation>Đang tìm cuộc gọi…</translation>
    </message>
    <message>
      <source>More calls could not be loaded.</source>
      <translation>Không tải thêm được cuộc gọi.</translation>
    </message>
    <message>
      <source>No call fits this search.</source>
      <translation>Không có cuộc gọi nào khớp.</translation>
    </message>
    <message>
      <source>No calls on these days.</source>
      <translation>Không có cuộc gọi nào trong những ngày này.</translation>
    </message>
    <message>
      <source>No calls today yet.</source>
      <translation>Hôm nay chưa có cuộc gọi nào.</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Đồng bộ ngay</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Thử lại</translation>
    </message>
  </context>
  <context>
    <name>HistorySummary</name>
    <message>
      <source>%1 answered</source>
      <translation>%1 đã trả lời</translation>
    </message>
    <message>
      <source>%1 calls</source>
      <translation>%1 cuộc gọi</translation>
    </message>
    <message>
      <source>%1 missed</source>
      <translation>%1 gọi nhỡ</translation>
    </message>
    <message>
      <source>1 call</source>
      <translation>1 cuộc gọi</translation>
    </message>
    <message>
      <source>talk %1</source>
      <translation>đàm thoại %1</translation>
    </message>
  </context>
  <context>
    <name>HistoryTable</name>
    <message>
      <source>Calls</source>
      <translation>Cuộc gọi</translation>
    </message>
  </context>
  <context>
    <name>KeptSize</name>
    <message>
      <source>%1 MB, calls: %2, since %3</source>
      <translation>%1 MB, %2 cuộc gọi, từ %3</translation>
    </message>
    <message>
      <source>%1 MB, no calls yet</source>
      <translation>%1 MB, chưa có cuộc gọi</translation>
    </message>
    <message>
      <source>Counting…</source>
      <translation>Đang đếm…</translation>
    </message>
  </context>
  <context>
    <name>KeyEdit</name>
    <message>
      <source>None</source>
      <translation>Chưa đặt</translation>
    </message>
  </context>
  <context>
    <name>KeysForm</name>
    <message>
      <source>Dial the number that is selected</source>
      <translation>Gọi số đang chọn</translation>
    </message>
    <message>
      <source>Dismiss the newest call</source>
      <translation>Đóng cuộc gọi mới nhất</translation>
    </message>
    <message>
      <source>Go to the newest call</source>
      <translation>Chuyển tới cuộc gọi mới nhất</translation>
    </message>
    <message>
      <source>Open the newest call in the CRM</source>
      <translation>Mở cuộc gọi mới nhất trong CRM</translation>
    </message>
    <message>
      <source>Or the one on the clipboard. Where there are several, you choose.</source>
      <translation>Hoặc số trong bộ nhớ tạm. Nếu có nhiều số, bạn sẽ chọn.</translation>
    </message>
    <message>
      <source>Then Tab moves between its buttons, Enter presses one, and Esc goes back.</source>
      <translation>Sau đó Tab chuyển giữa các nút, Enter để bấm, Esc để quay lại.</translation>
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
      <translation>95% trong vòng</translation>
    </message>
    <message>
      <source>99 of 100 within</source>
      <translation>99% trong vòng</translation>
    </message>
    <message>
      <source>Half of them within</source>
      <translation>Một nửa trong vòng</translation>
    </message>
    <message>
      <source>No pop was painted on these days.</source>
      <translation>Những ngày này không có cửa sổ cuộc gọi nào hiện ra.</translation>
    </message>
    <message>
      <source>Pops: %1. Half of them were read within %2 ms, and given to the window within %3 ms.</source>
      <translation>Số lần hiện: %1. Một nửa được đọc trong %2 ms và chuyển tới cửa sổ trong %3 ms.</translation>
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
      <translation>Gọi lại</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Danh bạ</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Lịch sử</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>Hiện tại</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Cài đặt</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Nhóm</translation>
    </message>
    <message>
      <source>The number is on the list of call-backs.</source>
      <translation>Số đã có trong danh sách gọi lại.</translation>
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
      <translation>Gọi</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Mở</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Tạm nghỉ</translation>
    </message>
  </context>
  <context>
    <name>MissedLine</name>
    <message>
      <source>Details of the call of %1</source>
      <translation>Chi tiết cuộc gọi %1</translation>
    </message>
    <message>
      <source>Details…</source>
      <translation>Chi tiết…</translation>
    </message>
  </context>
  <context>
    <name>MissedPops</name>
    <message>
      <source>And %1 more: “agent-desktop audit” lists them.</source>
      <translation>Và %1 cuộc nữa: xem bằng lệnh “agent-desktop audit”.</translation>
    </message>
    <message>
      <source>Calls that rang you: %1. Each of them popped.</source>
      <translation>Cuộc gọi đổ chuông máy bạn: %1. Tất cả đều đã hiện.</translation>
    </message>
    <message>
      <source>Calls that rang you: %1. Popped: %2. Here is why the others did not:</source>
      <translation>Cuộc gọi đổ chuông máy bạn: %1. Đã hiện: %2. Lý do các cuộc còn lại không hiện:</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Đang tìm…</translation>
    </message>
    <message>
      <source>No call rang you on these days.</source>
      <translation>Những ngày này không có cuộc gọi nào đổ chuông máy bạn.</translation>
    </message>
    <message>
      <source>Only the latest %1 calls were looked at.</source>
      <translation>Chỉ xét %1 cuộc gọi gần nhất.</translation>
    </message>
  </context>
  <context>
    <name>NoteDialog</name>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Lưu</translation>
    </message>
  </context>
  <context>
    <name>NoteEditor</name>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Note about this call. Enter keeps it, Esc does not.</source>
      <translation>Ghi chú về cuộc gọi. Enter để lưu, Esc để bỏ.</translation>
    </message>
  </context>
  <context>
    <name>NoticeBar</name>
    <message>
      <source>and %1 more</source>
      <translation>và %1 thông báo khác</translation>
    </message>
  </context>
  <context>
    <name>NoticeLine</name>
    <message>
      <source>Dismiss</source>
      <translation>Đóng</translation>
    </message>
  </context>
  <context>
    <name>NowPanel</name>
    <message>
      <source>All calls</source>
      <translation>Mọi cuộc gọi</translation>
    </message>
    <message>
      <source>Calls at this desk</source>
      <translation>Cuộc gọi tại bàn này</translation>
    </message>
    <message>
      <source>Looking for calls…</source>
      <translation>Đang tìm cuộc gọi…</translation>
    </message>
    <message>
      <source>News from the PBX</source>
      <translation>Tin từ tổng đài</translation>
    </message>
    <message>
      <source>No call at the moment.</source>
      <translation>Hiện không có cuộc gọi.</translation>
    </message>
    <message>
      <source>No calls yet today.</source>
      <translation>Hôm nay chưa có cuộc gọi nào.</translation>
    </message>
    <message>
      <source>Not listening yet.</source>
      <translation>Chưa nhận tin.</translation>
    </message>
    <message>
      <source>The address that the vendor must call:</source>
      <translation>Địa chỉ nhà cung cấp cần gọi:</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hôm nay</translation>
    </message>
    <message>
      <source>last heard %1</source>
      <translation>tin gần nhất %1</translation>
    </message>
  </context>
  <context>
    <name>NumberRow</name>
    <message>
      <source>Number</source>
      <translation>Số</translation>
    </message>
    <message>
      <source>Remove this number</source>
      <translation>Bỏ số này</translation>
    </message>
    <message>
      <source>What the number is</source>
      <translation>Loại số</translation>
    </message>
  </context>
  <context>
    <name>PastCall</name>
    <message>
      <source>Dial</source>
      <translation>Gọi</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Gọi %1</translation>
    </message>
  </context>
  <context>
    <name>PauseButton</name>
    <message>
      <source>Pause ▾</source>
      <translation>Tạm nghỉ ▾</translation>
    </message>
    <message>
      <source>Pausing…</source>
      <translation>Đang tạm nghỉ…</translation>
    </message>
    <message>
      <source>Releasing…</source>
      <translation>Đang trở lại…</translation>
    </message>
    <message>
      <source>Without a reason</source>
      <translation>Không nêu lý do</translation>
    </message>
  </context>
  <context>
    <name>PlayerBar</name>
    <message>
      <source>Close the recording (Esc)</source>
      <translation>Đóng ghi âm (Esc)</translation>
    </message>
    <message>
      <source>Fetching the recording: %1 MB</source>
      <translation>Đang tải ghi âm: %1 MB</translation>
    </message>
    <message>
      <source>Fetching the recording: %1 of %2 MB</source>
      <translation>Đang tải ghi âm: %1/%2 MB</translation>
    </message>
    <message>
      <source>Fetching the recording…</source>
      <translation>Đang tải ghi âm…</translation>
    </message>
    <message>
      <source>Pause (Space)</source>
      <translation>Tạm dừng (Space)</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>Phát (Space)</translation>
    </message>
    <message>
      <source>Position in the recording</source>
      <translation>Vị trí trong ghi âm</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Ghi âm</translation>
    </message>
    <message>
      <source>Save as…</source>
      <translation>Lưu thành…</translation>
    </message>
    <message>
      <source>Save the recording</source>
      <translation>Lưu ghi âm</translation>
    </message>
    <message>
      <source>Save the recording (S)</source>
      <translation>Lưu ghi âm (S)</translation>
    </message>
    <message>
      <source>Saved as %1</source>
      <translation>Đã lưu thành %1</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Đang lưu…</translation>
    </message>
    <message>
      <source>Sound files (*.%1)</source>
      <translation>Tệp âm thanh (*.%1)</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Tốc độ</translation>
    </message>
    <message>
      <source>Speed (+ and -)</source>
      <translation>Tốc độ (+ và -)</translation>
    </message>
    <message>
      <source>The recording cannot be played here. Save it and try another program.</source>
      <translation>Không phát được ghi âm tại đây. Hãy lưu lại và thử chương trình khác.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Thử lại</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Âm lượng</translation>
    </message>
    <message>
      <source>You can save the recording and hear it elsewhere.</source>
      <translation>Bạn có thể lưu ghi âm để nghe bằng chương trình khác.</translation>
    </message>
  </context>
  <context>
    <name>PopWindow</name>
    <message>
      <source>+%1 more</source>
      <translation>+%1 cuộc khác</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Cuộc gọi</translation>
    </message>
  </context>
  <context>
    <name>QAbstractSpinBox</name>
    <message>
      <source>&amp;Select All</source>
      <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
      <source>&amp;Step up</source>
      <translation>&amp;Tăng</translation>
    </message>
    <message>
      <source>Step &amp;down</source>
      <translation>&amp;Giảm</translation>
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
      <translation>%1 đã có.
Bạn có muốn thay thế không?</translation>
    </message>
    <message>
      <source>&amp;Choose</source>
      <translation>&amp;Chọn</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>&amp;Xóa</translation>
    </message>
    <message>
      <source>&amp;Look in:</source>
      <translation>&amp;Tìm trong:</translation>
    </message>
    <message>
      <source>&amp;New Folder</source>
      <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>&amp;Mở</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Lưu</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Lùi</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Create New Folder</source>
      <translation>Tạo thư mục mới</translation>
    </message>
    <message>
      <source>Detail View</source>
      <translation>Dạng chi tiết</translation>
    </message>
    <message>
      <source>Directory:</source>
      <translation>Thư mục:</translation>
    </message>
    <message>
      <source>File &amp;name:</source>
      <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
      <source>Files of &amp;type:</source>
      <translation>&amp;Loại tệp:</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Tiến</translation>
    </message>
    <message>
      <source>List View</source>
      <translation>Dạng danh sách</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Mở</translation>
    </message>
    <message>
      <source>Parent Directory</source>
      <translation>Thư mục cha</translation>
    </message>
    <message>
      <source>Save As</source>
      <translation>Lưu thành</translation>
    </message>
    <message>
      <source>Show &amp;hidden files</source>
      <translation>Hiện tệp ẩ&amp;n</translation>
    </message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message>
      <source>Date Modified</source>
      <translation>Ngày sửa</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Tên</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Kích thước</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>Loại</translation>
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Sao chép</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Dán</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Làm lại</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>Cắ&amp;t</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Xóa</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>Chọn tất cả</translation>
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>&amp;No</source>
      <translation>&amp;Không</translation>
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation>&amp;Có</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Áp dụng</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Đóng</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Bỏ thay đổi</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Trợ giúp</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Mở</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Đặt lại</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Lưu</translation>
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Sao chép</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Dán</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Làm lại</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>Cắ&amp;t</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Xóa</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>Chọn tất cả</translation>
    </message>
  </context>
  <context>
    <name>QueueTiles</name>
    <message>
      <source>Queues</source>
      <translation>Hàng đợi</translation>
    </message>
  </context>
  <context>
    <name>Quitting</name>
    <message>
      <source>A call is going on. Quit all the same?</source>
      <translation>Đang có cuộc gọi. Vẫn thoát?</translation>
    </message>
    <message>
      <source>Agent Desktop</source>
      <translation>Agent Desktop</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Thoát</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Ở lại</translation>
    </message>
    <message>
      <source>The call itself stays on your phone. Until you start Agent Desktop again, nothing pops up.</source>
      <translation>Cuộc gọi vẫn tiếp tục trên điện thoại. Nhưng cửa sổ cuộc gọi đến sẽ không hiện cho tới khi bạn mở lại Agent Desktop.</translation>
    </message>
  </context>
  <context>
    <name>Rail</name>
    <message>
      <source>Panels</source>
      <translation>Các mục</translation>
    </message>
  </context>
  <context>
    <name>ReasonMenu</name>
    <message>
      <source>Without a reason</source>
      <translation>Không nêu lý do</translation>
    </message>
  </context>
  <context>
    <name>ReportButton</name>
    <message>
      <source>Reports (*.zip)</source>
      <translation>Báo cáo (*.zip)</translation>
    </message>
    <message>
      <source>Save a report</source>
      <translation>Lưu báo cáo</translation>
    </message>
    <message>
      <source>Save a report…</source>
      <translation>Lưu báo cáo…</translation>
    </message>
    <message>
      <source>Writing…</source>
      <translation>Đang ghi…</translation>
    </message>
    <message>
      <source>Written: %1. Look into it before you send it.</source>
      <translation>Đã ghi: %1. Hãy xem lại trước khi gửi.</translation>
    </message>
  </context>
  <context>
    <name>Ringtone</name>
    <message>
      <source>The ringtone is silent: %1</source>
      <translation>Nhạc chuông không kêu: %1</translation>
    </message>
  </context>
  <context>
    <name>RuleForm</name>
    <message>
      <source>Address</source>
      <translation>Địa chỉ</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Do this</source>
      <translation>Thực hiện</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Áp dụng cho</translation>
    </message>
    <message>
      <source>It can hold %1</source>
      <translation>Có thể chứa %1</translation>
    </message>
    <message>
      <source>JSON, or a form such as tel={phone}</source>
      <translation>JSON hoặc biểu mẫu như tel={phone}</translation>
    </message>
    <message>
      <source>Keep the rule</source>
      <translation>Lưu quy tắc</translation>
    </message>
    <message>
      <source>Of these queues (optional)</source>
      <translation>Của các hàng đợi này (không bắt buộc)</translation>
    </message>
    <message>
      <source>Open an address in the browser</source>
      <translation>Mở địa chỉ trong trình duyệt</translation>
    </message>
    <message>
      <source>Send a request (GET)</source>
      <translation>Gửi yêu cầu (GET)</translation>
    </message>
    <message>
      <source>Send a request with a text (POST)</source>
      <translation>Gửi yêu cầu kèm nội dung (POST)</translation>
    </message>
    <message>
      <source>Separated by commas; empty for all of them.</source>
      <translation>Cách nhau bằng dấu phẩy; để trống là tất cả.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Thử</translation>
    </message>
    <message>
      <source>Text to send</source>
      <translation>Nội dung gửi</translation>
    </message>
    <message>
      <source>To these numbers of yours (optional)</source>
      <translation>Gọi vào các đầu số này (không bắt buộc)</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Thời điểm</translation>
    </message>
    <message>
      <source>any call</source>
      <translation>mọi cuộc gọi</translation>
    </message>
    <message>
      <source>incoming</source>
      <translation>gọi đến</translation>
    </message>
    <message>
      <source>outgoing</source>
      <translation>gọi đi</translation>
    </message>
  </context>
  <context>
    <name>RuleLine</name>
    <message>
      <source>Change</source>
      <translation>Sửa</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Xóa</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Thử</translation>
    </message>
    <message>
      <source>any call</source>
      <translation>mọi cuộc gọi</translation>
    </message>
    <message>
      <source>incoming</source>
      <translation>gọi đến</translation>
    </message>
    <message>
      <source>outgoing</source>
      <translation>gọi đi</translation>
    </message>
    <message>
      <source>queue %1</source>
      <translation>hàng đợi %1</translation>
    </message>
    <message>
      <source>to %1</source>
      <translation>gọi vào %1</translation>
    </message>
  </context>
  <context>
    <name>SettingsForm</name>
    <message>
      <source>Discard</source>
      <translation>Bỏ thay đổi</translation>
    </message>
    <message>
      <source>Nothing was saved: one of the fields cannot be right.</source>
      <translation>Chưa lưu: có mục điền chưa đúng.</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Lưu</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Đã lưu.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Đang lưu…</translation>
    </message>
  </context>
  <context>
    <name>SettingsPanel</name>
    <message>
      <source>About</source>
      <translation>Giới thiệu</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Giao diện</translation>
    </message>
    <message>
      <source>CRM</source>
      <translation>CRM</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Gọi lại</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Kết nối</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Dữ liệu</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Chẩn đoán</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Phím tắt</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Số điện thoại</translation>
    </message>
    <message>
      <source>Pauses</source>
      <translation>Tạm nghỉ</translation>
    </message>
    <message>
      <source>Screen pop</source>
      <translation>Cửa sổ cuộc gọi</translation>
    </message>
  </context>
  <context>
    <name>SpyButtons</name>
    <message>
      <source>Barge in</source>
      <translation>Xen vào</translation>
    </message>
    <message>
      <source>Everybody hears you.</source>
      <translation>Mọi người đều nghe thấy bạn.</translation>
    </message>
    <message>
      <source>Hear the call; nobody hears you.</source>
      <translation>Nghe cuộc gọi; không ai nghe thấy bạn.</translation>
    </message>
    <message>
      <source>Listen</source>
      <translation>Nghe</translation>
    </message>
    <message>
      <source>Only the member hears you.</source>
      <translation>Chỉ nhân viên nghe thấy bạn.</translation>
    </message>
    <message>
      <source>Whisper</source>
      <translation>Nhắc</translation>
    </message>
  </context>
  <context>
    <name>SyncLine</name>
    <message>
      <source>Ask for them</source>
      <translation>Lấy về</translation>
    </message>
    <message>
      <source>Asking the PBX for its records…</source>
      <translation>Đang lấy dữ liệu từ tổng đài…</translation>
    </message>
    <message>
      <source>Asking the PBX: day %1 of %2, %3 calls new</source>
      <translation>Đang hỏi tổng đài: ngày %1/%2, %3 cuộc gọi mới</translation>
    </message>
    <message>
      <source>Asking the PBX: day %1 of %2, 1 call new</source>
      <translation>Đang hỏi tổng đài: ngày %1/%2, 1 cuộc gọi mới</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Dừng</translation>
    </message>
    <message>
      <source>Stopped. The rest comes with the next sync.</source>
      <translation>Đã dừng. Phần còn lại sẽ lấy ở lần đồng bộ sau.</translation>
    </message>
    <message>
      <source>Sync now</source>
      <translation>Đồng bộ ngay</translation>
    </message>
    <message>
      <source>Synced with the PBX %1</source>
      <translation>Đồng bộ %1</translation>
    </message>
    <message>
      <source>The PBX was not asked for the calls of %1 of these days yet.</source>
      <translation>Chưa lấy cuộc gọi của %1 ngày trong khoảng này từ tổng đài.</translation>
    </message>
    <message>
      <source>The PBX was not asked for the calls of one day yet.</source>
      <translation>Chưa lấy cuộc gọi của một ngày từ tổng đài.</translation>
    </message>
  </context>
  <context>
    <name>TeamModel</name>
    <message>
      <source>%1 · you</source>
      <translation>%1 · bạn</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Cuộc gọi</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Thời gian</translation>
    </message>
    <message>
      <source>Member</source>
      <translation>Nhân viên</translation>
    </message>
    <message>
      <source>Queues</source>
      <translation>Hàng đợi</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Trạng thái</translation>
    </message>
  </context>
  <context>
    <name>TeamPanel</name>
    <message>
      <source>Ask the PBX</source>
      <translation>Hỏi tổng đài</translation>
    </message>
    <message>
      <source>Asked the PBX %1</source>
      <translation>Hỏi tổng đài %1</translation>
    </message>
    <message>
      <source>Asking the PBX for the team…</source>
      <translation>Đang hỏi tổng đài về nhóm…</translation>
    </message>
    <message>
      <source>Asking the PBX…</source>
      <translation>Đang hỏi tổng đài…</translation>
    </message>
    <message>
      <source>Barge in</source>
      <translation>Xen vào</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Copy the row</source>
      <translation>Sao chép dòng</translation>
    </message>
    <message>
      <source>Dial %1</source>
      <translation>Gọi %1</translation>
    </message>
    <message>
      <source>Listen</source>
      <translation>Nghe</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Tạm nghỉ</translation>
    </message>
    <message>
      <source>Refresh</source>
      <translation>Làm mới</translation>
    </message>
    <message>
      <source>Release from pause</source>
      <translation>Cho hết tạm nghỉ</translation>
    </message>
    <message>
      <source>Talk to the callee only</source>
      <translation>Chỉ nói với bên được gọi</translation>
    </message>
    <message>
      <source>Talk to the caller only</source>
      <translation>Chỉ nói với bên gọi</translation>
    </message>
    <message>
      <source>The PBX names no queue with members.</source>
      <translation>Tổng đài không có hàng đợi nào có nhân viên.</translation>
    </message>
    <message>
      <source>The PBX was asked to pause %1.</source>
      <translation>Đã yêu cầu tổng đài cho %1 tạm nghỉ.</translation>
    </message>
    <message>
      <source>The PBX was asked to release %1.</source>
      <translation>Đã yêu cầu tổng đài cho %1 hết tạm nghỉ.</translation>
    </message>
    <message>
      <source>The PBX was not asked for the team yet.</source>
      <translation>Chưa hỏi tổng đài về nhóm.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Thử lại</translation>
    </message>
    <message>
      <source>Whisper to the member</source>
      <translation>Nhắc riêng nhân viên</translation>
    </message>
    <message>
      <source>Your phone rings: answer it to join the call of %1.</source>
      <translation>Điện thoại của bạn đổ chuông: nhấc máy để vào cuộc gọi của %1.</translation>
    </message>
  </context>
  <context>
    <name>TeamTable</name>
    <message>
      <source>Team</source>
      <translation>Nhóm</translation>
    </message>
  </context>
  <context>
    <name>TimeDialog</name>
    <message>
      <source>Set</source>
      <translation>Đặt</translation>
    </message>
  </context>
  <context>
    <name>Tone</name>
    <message>
      <source>Choose another sound file in the settings.</source>
      <translation>Hãy chọn tệp âm thanh khác trong cài đặt.</translation>
    </message>
    <message>
      <source>The ringtone %1 cannot be played.</source>
      <translation>Không phát được nhạc chuông %1.</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>Agent Desktop is still running.</source>
      <translation>Agent Desktop vẫn đang chạy.</translation>
    </message>
    <message>
      <source>Call-backs: %1</source>
      <translation>Gọi lại: %1</translation>
    </message>
    <message>
      <source>Do not disturb: calls are not shown</source>
      <translation>Không làm phiền: không hiện cuộc gọi</translation>
    </message>
    <message>
      <source>Its icon is in the tray. Quit it from there.</source>
      <translation>Biểu tượng nằm ở khay hệ thống. Thoát từ đó.</translation>
    </message>
    <message>
      <source>Privacy mode: names and numbers are masked</source>
      <translation>Chế độ riêng tư: đang che tên và số</translation>
    </message>
    <message>
      <source>confirmed by the PBX at %1</source>
      <translation>tổng đài xác nhận lúc %1</translation>
    </message>
  </context>
  <context>
    <name>TrayMenu</name>
    <message>
      <source>Call-backs</source>
      <translation>Gọi lại</translation>
    </message>
    <message>
      <source>Call-backs (%1)</source>
      <translation>Gọi lại (%1)</translation>
    </message>
    <message>
      <source>Dial…</source>
      <translation>Gọi…</translation>
    </message>
    <message>
      <source>Do not disturb</source>
      <translation>Không làm phiền</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Lịch sử</translation>
    </message>
    <message>
      <source>Open Agent Desktop</source>
      <translation>Mở Agent Desktop</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Tạm nghỉ</translation>
    </message>
    <message>
      <source>Privacy mode</source>
      <translation>Chế độ riêng tư</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Thoát</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Cài đặt</translation>
    </message>
  </context>
  <context>
    <name>WayTest</name>
    <message>
      <source>It was acknowledged to the sender after %1 ms.</source>
      <translation>Đã trả lời bên gửi sau %1 ms.</translation>
    </message>
    <message>
      <source>Not tested yet.</source>
      <translation>Chưa thử.</translation>
    </message>
    <message>
      <source>Test the way of a call</source>
      <translation>Thử đường đi</translation>
    </message>
    <message>
      <source>Tested %1</source>
      <translation>Đã thử %1</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Đang thử…</translation>
    </message>
  </context>
  <context>
    <name>WebhookAddress</name>
    <message>
      <source>Copied</source>
      <translation>Đã sao chép</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Sao chép</translation>
    </message>
    <message>
      <source>Hide</source>
      <translation>Ẩn</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Hiện</translation>
    </message>
    <message>
      <source>There is none while the listener is closed.</source>
      <translation>Chưa có khi cổng nhận tin đang đóng.</translation>
    </message>
    <message>
      <source>Webhook address for the vendor</source>
      <translation>Địa chỉ webhook cho nhà cung cấp</translation>
    </message>
  </context>
  <context>
    <name>WrapUpLine</name>
    <message>
      <source>More time</source>
      <translation>Thêm giờ</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Sẵn sàng</translation>
    </message>
    <message>
      <source>Wrap-up ends in %1</source>
      <translation>Còn %1 xử lý sau cuộc gọi</translation>
    </message>
  </context>
  <context>
    <name>audio</name>
    <message>
      <source>A part that plays sound is missing on this computer.</source>
      <translation>Máy tính này thiếu thành phần để phát âm thanh.</translation>
    </message>
    <message>
      <source>Plug in a headset or loudspeakers.</source>
      <translation>Hãy cắm tai nghe hoặc loa.</translation>
    </message>
    <message>
      <source>Restart the computer, or ask your administrator.</source>
      <translation>Hãy khởi động lại máy tính hoặc hỏi quản trị viên.</translation>
    </message>
    <message>
      <source>This computer has no sound device.</source>
      <translation>Máy tính này không có thiết bị âm thanh.</translation>
    </message>
    <message>
      <source>This computer's sound does not answer.</source>
      <translation>Âm thanh của máy tính không phản hồi.</translation>
    </message>
    <message>
      <source>“agent-desktop doctor” says how to bring it.</source>
      <translation>Chạy “agent-desktop doctor” để xem cách cài thêm.</translation>
    </message>
  </context>
  <context>
    <name>audit</name>
    <message>
      <source>Agent Desktop ended just then.</source>
      <translation>Agent Desktop vừa thoát đúng lúc đó.</translation>
    </message>
    <message>
      <source>Agent Desktop ran, but could not listen for the PBX at that time.</source>
      <translation>Agent Desktop có chạy nhưng lúc đó không nhận được tin từ tổng đài.</translation>
    </message>
    <message>
      <source>Agent Desktop was not running, or the computer slept.</source>
      <translation>Agent Desktop không chạy hoặc máy tính đang ngủ.</translation>
    </message>
    <message>
      <source>It rang in your quiet hours.</source>
      <translation>Cuộc gọi đến trong giờ không làm phiền.</translation>
    </message>
    <message>
      <source>It rang too shortly for a desk that asks the PBX now and then.</source>
      <translation>Chuông quá ngắn đối với máy chỉ hỏi tổng đài theo định kỳ.</translation>
    </message>
    <message>
      <source>It was over, or answered elsewhere, %1 ms after we heard of it: before it could be shown.</source>
      <translation>Cuộc gọi kết thúc hoặc được máy khác nghe sau khi nhận tin %1 ms, chưa kịp hiện.</translation>
    </message>
    <message>
      <source>Its card waited behind four others until the call was over.</source>
      <translation>Thẻ cuộc gọi phải chờ sau bốn thẻ khác tới khi cuộc gọi kết thúc.</translation>
    </message>
    <message>
      <source>Its card was dismissed before it could be seen.</source>
      <translation>Thẻ cuộc gọi bị đóng trước khi kịp hiện.</translation>
    </message>
    <message>
      <source>Nothing arrived from the PBX: it sent nothing, or it was lost on its way.</source>
      <translation>Không nhận được tin: tổng đài không gửi hoặc tin bị mất trên đường.</translation>
    </message>
    <message>
      <source>Screen pops were switched off.</source>
      <translation>Cửa sổ cuộc gọi đến đang tắt.</translation>
    </message>
    <message>
      <source>The PBX told of it when it was over.</source>
      <translation>Tổng đài báo khi cuộc gọi đã xong.</translation>
    </message>
    <message>
      <source>The PBX told only that it ended, not that it rang here.</source>
      <translation>Tổng đài chỉ báo cuộc gọi kết thúc, không báo đổ chuông tại đây.</translation>
    </message>
    <message>
      <source>The desktop's notification was shown instead of the pop.</source>
      <translation>Thông báo của hệ điều hành hiện thay cho cửa sổ cuộc gọi.</translation>
    </message>
    <message>
      <source>We do not know why. Please send a report.</source>
      <translation>Chưa rõ lý do. Hãy gửi báo cáo.</translation>
    </message>
    <message>
      <source>You did not want to be disturbed.</source>
      <translation>Bạn đang bật không làm phiền.</translation>
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
      <translation>%1 đã nghe máy</translation>
    </message>
    <message>
      <source>Called</source>
      <translation>Lần</translation>
    </message>
    <message>
      <source>Called back by %1</source>
      <translation>%1 đã gọi lại</translation>
    </message>
    <message>
      <source>Done %1</source>
      <translation>Xong %1</translation>
    </message>
    <message>
      <source>Due %1</source>
      <translation>Hẹn %1</translation>
    </message>
    <message>
      <source>Due since %1</source>
      <translation>Đến hạn từ %1</translation>
    </message>
    <message>
      <source>Last called</source>
      <translation>Gần nhất</translation>
    </message>
    <message>
      <source>Last tried %1</source>
      <translation>Gọi lại gần nhất: %1</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Số</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Hàng đợi</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Tình trạng</translation>
    </message>
    <message>
      <source>Tried</source>
      <translation>Gọi</translation>
    </message>
    <message>
      <source>Until %1</source>
      <translation>Hoãn đến %1</translation>
    </message>
    <message>
      <source>Waited</source>
      <translation>Chờ</translation>
    </message>
    <message>
      <source>Waits %1</source>
      <translation>Chờ %1</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Khách hàng</translation>
    </message>
    <message>
      <source>added %1</source>
      <translation>thêm %1</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>chưa rõ</translation>
    </message>
  </context>
  <context>
    <name>contacts</name>
    <message>
      <source>Characters</source>
      <translation>Bảng mã</translation>
    </message>
    <message>
      <source>Column %1</source>
      <translation>Cột %1</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Dấu phẩy</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Công ty</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Bỏ qua</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Tên</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Số</translation>
    </message>
    <message>
      <source>Numbers</source>
      <translation>Số điện thoại</translation>
    </message>
    <message>
      <source>Page in the CRM</source>
      <translation>Trang trong CRM</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Dấu chấm phẩy</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Dấu phân cách</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tab</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Nhãn</translation>
    </message>
    <message>
      <source>The first row has headings</source>
      <translation>Dòng đầu là tiêu đề</translation>
    </message>
    <message>
      <source>VIP: yes or no</source>
      <translation>VIP: có hoặc không</translation>
    </message>
    <message>
      <source>Vertical bar</source>
      <translation>Dấu gạch đứng</translation>
    </message>
    <message>
      <source>What the number is</source>
      <translation>Loại số</translation>
    </message>
    <message>
      <source>Windows, Vietnamese</source>
      <translation>Windows, tiếng Việt</translation>
    </message>
    <message>
      <source>Windows, Western</source>
      <translation>Windows, Tây Âu</translation>
    </message>
  </context>
  <context>
    <name>desk</name>
    <message>
      <source>%1 GB of disk are free.</source>
      <translation>Ổ đĩa còn trống %1 GB.</translation>
    </message>
    <message>
      <source>%1 It is kept as %2, and a new one was begun.</source>
      <translation>%1 Tệp cũ được giữ thành %2 và tệp mới đã được tạo.</translation>
    </message>
    <message>
      <source>%1 call-backs are due.</source>
      <translation>Có %1 cuộc cần gọi lại.</translation>
    </message>
    <message>
      <source>%1 cannot be used: %2.</source>
      <translation>Không dùng được %1: %2.</translation>
    </message>
    <message>
      <source>%1 cannot be written: %2.</source>
      <translation>Không ghi được %1: %2.</translation>
    </message>
    <message>
      <source>%1 days</source>
      <translation>%1 ngày</translation>
    </message>
    <message>
      <source>%1 does not say what kind of file it is to be.</source>
      <translation>%1 không cho biết cần loại tệp nào.</translation>
    </message>
    <message>
      <source>%1 hours</source>
      <translation>%1 giờ</translation>
    </message>
    <message>
      <source>%1 is a folder.</source>
      <translation>%1 là một thư mục.</translation>
    </message>
    <message>
      <source>%1 is not an address of this computer.</source>
      <translation>%1 không phải địa chỉ của máy tính này.</translation>
    </message>
    <message>
      <source>%1 may not be written in %2.</source>
      <translation>Không có quyền ghi %1 vào %2.</translation>
    </message>
    <message>
      <source>%1 minutes</source>
      <translation>%1 phút</translation>
    </message>
    <message>
      <source>%1, dialled as it is</source>
      <translation>%1, gọi nguyên số</translation>
    </message>
    <message>
      <source>%1: %2 added</source>
      <translation>%1: thêm %2</translation>
    </message>
    <message>
      <source>%1: %2 became %3</source>
      <translation>%1: đổi %2 thành %3</translation>
    </message>
    <message>
      <source>%1: %2 left out</source>
      <translation>%1: bỏ %2</translation>
    </message>
    <message>
      <source>%1: the %2 after %3 left out</source>
      <translation>%1: bỏ %2 sau %3</translation>
    </message>
    <message>
      <source>%1; extension %2 left out</source>
      <translation>%1; bỏ số máy lẻ %2</translation>
    </message>
    <message>
      <source>1 day</source>
      <translation>1 ngày</translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 giờ</translation>
    </message>
    <message>
      <source>1 minute</source>
      <translation>1 phút</translation>
    </message>
    <message>
      <source>A call to this number may cost extra.</source>
      <translation>Gọi số này có thể bị tính cước cao.</translation>
    </message>
    <message>
      <source>A call with this customer is under way.</source>
      <translation>Đang có cuộc gọi với khách hàng này.</translation>
    </message>
    <message>
      <source>A call-back is due.</source>
      <translation>Đến giờ gọi lại.</translation>
    </message>
    <message>
      <source>A contact needs a name or a company.</source>
      <translation>Liên hệ cần có tên hoặc công ty.</translation>
    </message>
    <message>
      <source>A line of the card is none of a vCard.</source>
      <translation>Thẻ có dòng không đúng định dạng vCard.</translation>
    </message>
    <message>
      <source>A quotation mark is not closed.</source>
      <translation>Thiếu dấu ngoặc kép đóng.</translation>
    </message>
    <message>
      <source>A secret is not to be copied into a file.</source>
      <translation>Không được sao chép thông tin bí mật vào tệp.</translation>
    </message>
    <message>
      <source>A setting is not valid.</source>
      <translation>Có cài đặt không hợp lệ.</translation>
    </message>
    <message>
      <source>A spreadsheet rounded the number: it cannot be told any more. Format its column as text.</source>
      <translation>Số đã bị bảng tính làm tròn nên không còn đọc được. Hãy định dạng cột thành văn bản.</translation>
    </message>
    <message>
      <source>A test call to %1 did not arrive: the PBX's calls would not pop.</source>
      <translation>Cuộc gọi thử tới %1 không đến nơi: cuộc gọi từ tổng đài sẽ không hiện.</translation>
    </message>
    <message>
      <source>A test from this computer ends at its door; the PBX's calls need not.</source>
      <translation>Thử từ máy tính này bị chặn ngay ở cổng; cuộc gọi từ tổng đài thì chưa chắc.</translation>
    </message>
    <message>
      <source>A webhook arrives at %1: a test call was read after %2 ms.</source>
      <translation>Webhook tới được %1: cuộc gọi thử được đọc sau %2 ms.</translation>
    </message>
    <message>
      <source>Add one in the settings, under CRM.</source>
      <translation>Hãy thêm quy tắc trong cài đặt, mục CRM.</translation>
    </message>
    <message>
      <source>Agent Desktop %1 for the profile %2.</source>
      <translation>Agent Desktop %1 với hồ sơ %2.</translation>
    </message>
    <message>
      <source>Agent Desktop is already running for this profile.</source>
      <translation>Agent Desktop đang chạy với hồ sơ này rồi.</translation>
    </message>
    <message>
      <source>Agent Desktop is not running.</source>
      <translation>Agent Desktop không chạy.</translation>
    </message>
    <message>
      <source>Agent Desktop is not set up yet.</source>
      <translation>Agent Desktop chưa được thiết lập.</translation>
    </message>
    <message>
      <source>Agent Desktop is still starting.</source>
      <translation>Agent Desktop vẫn đang khởi động.</translation>
    </message>
    <message>
      <source>Agent Desktop registers itself for them with 'agent-desktop doctor --fix', too.</source>
      <translation>Lệnh 'agent-desktop doctor --fix' cũng đăng ký Agent Desktop cho các liên kết này.</translation>
    </message>
    <message>
      <source>An address begins with https:// or http://, and names a host.</source>
      <translation>Địa chỉ phải bắt đầu bằng https:// hoặc http:// và có tên máy chủ.</translation>
    </message>
    <message>
      <source>An old copy of the history cannot be deleted.</source>
      <translation>Không xóa được một bản cũ của lịch sử.</translation>
    </message>
    <message>
      <source>Another export is still being written.</source>
      <translation>Một lần xuất khác vẫn đang ghi.</translation>
    </message>
    <message>
      <source>Another program already listens at %1, port %2.</source>
      <translation>Chương trình khác đang dùng %1, cổng %2.</translation>
    </message>
    <message>
      <source>Another program has this key already. Choose another one.</source>
      <translation>Chương trình khác đã dùng phím này. Hãy chọn phím khác.</translation>
    </message>
    <message>
      <source>Another program holds the call journal.</source>
      <translation>Chương trình khác đang giữ nhật ký cuộc gọi.</translation>
    </message>
    <message>
      <source>Another program reads it: close that, and delete the customer once more.</source>
      <translation>Chương trình khác đang đọc tệp này: hãy đóng lại rồi xóa khách hàng lần nữa.</translation>
    </message>
    <message>
      <source>Ask for fewer days; if it was one day, tell your administrator.</source>
      <translation>Hãy chọn ít ngày hơn; nếu chỉ một ngày, hãy báo quản trị viên.</translation>
    </message>
    <message>
      <source>Ask your administrator for it.</source>
      <translation>Hãy xin quản trị viên tệp này.</translation>
    </message>
    <message>
      <source>Ask your administrator for the right to hear recordings.</source>
      <translation>Hãy xin quản trị viên quyền nghe ghi âm.</translation>
    </message>
    <message>
      <source>Ask your administrator to install the certificate's authority here, or to check the PBX address.</source>
      <translation>Hãy nhờ quản trị viên cài chứng chỉ gốc vào máy tính này hoặc kiểm tra địa chỉ tổng đài.</translation>
    </message>
    <message>
      <source>Ask your administrator to offer recordings by https.</source>
      <translation>Hãy đề nghị quản trị viên cung cấp ghi âm qua https.</translation>
    </message>
    <message>
      <source>Ask your administrator whether recordings have moved.</source>
      <translation>Hãy hỏi quản trị viên xem ghi âm đã chuyển đi đâu chưa.</translation>
    </message>
    <message>
      <source>Ask your administrator whether the registry is locked.</source>
      <translation>Hãy hỏi quản trị viên xem registry có bị khóa không.</translation>
    </message>
    <message>
      <source>Ask your administrator, or try again later.</source>
      <translation>Hãy hỏi quản trị viên hoặc thử lại sau.</translation>
    </message>
    <message>
      <source>Ask your administrator.</source>
      <translation>Hãy hỏi quản trị viên.</translation>
    </message>
    <message>
      <source>Asking the PBX every %1 seconds.</source>
      <translation>Hỏi tổng đài mỗi %1 giây.</translation>
    </message>
    <message>
      <source>Asking the PBX every second.</source>
      <translation>Hỏi tổng đài mỗi giây.</translation>
    </message>
    <message>
      <source>Build and install the app (see packaging/README.md), start it, and choose this there.</source>
      <translation>Tạo và cài ứng dụng (xem packaging/README.md), mở nó rồi chọn mục này ở đó.</translation>
    </message>
    <message>
      <source>Check its name and its permissions.</source>
      <translation>Hãy kiểm tra tên tệp và quyền truy cập.</translation>
    </message>
    <message>
      <source>Check its permissions and the free space.</source>
      <translation>Hãy kiểm tra quyền truy cập và dung lượng trống.</translation>
    </message>
    <message>
      <source>Check that %1 and %2 are PEM files that belong together, without a password.</source>
      <translation>Hãy kiểm tra %1 và %2 là cặp tệp PEM khớp nhau, không có mật khẩu.</translation>
    </message>
    <message>
      <source>Check that you may write to the folder of your profile.</source>
      <translation>Hãy kiểm tra bạn có quyền ghi vào thư mục hồ sơ.</translation>
    </message>
    <message>
      <source>Check that your phone is on and registered, then dial again; if it stays so, tell your administrator.</source>
      <translation>Hãy kiểm tra điện thoại đã bật và đăng ký rồi gọi lại; nếu vẫn vậy, hãy báo quản trị viên.</translation>
    </message>
    <message>
      <source>Check that your phone is on.</source>
      <translation>Hãy kiểm tra điện thoại đã bật.</translation>
    </message>
    <message>
      <source>Check the CRM's address in the settings, and the network; what waits is sent when it answers again.</source>
      <translation>Hãy kiểm tra địa chỉ CRM trong cài đặt và kết nối mạng; phần đang chờ sẽ gửi khi CRM trả lời lại.</translation>
    </message>
    <message>
      <source>Check the PBX address in the settings, and the network.</source>
      <translation>Hãy kiểm tra địa chỉ tổng đài trong cài đặt và kết nối mạng.</translation>
    </message>
    <message>
      <source>Check the PBX address in the settings; if it is right, send a report to your administrator.</source>
      <translation>Hãy kiểm tra địa chỉ tổng đài trong cài đặt; nếu đã đúng, gửi báo cáo cho quản trị viên.</translation>
    </message>
    <message>
      <source>Check the address of the contact lookup in the settings.</source>
      <translation>Hãy kiểm tra địa chỉ tra cứu liên hệ trong cài đặt.</translation>
    </message>
    <message>
      <source>Check the certificate and key files in the settings.</source>
      <translation>Hãy kiểm tra tệp chứng chỉ và tệp khóa trong cài đặt.</translation>
    </message>
    <message>
      <source>Check the disk, and that it is connected.</source>
      <translation>Hãy kiểm tra ổ đĩa và kết nối của ổ.</translation>
    </message>
    <message>
      <source>Check the extension; if it is right, carry on.</source>
      <translation>Hãy kiểm tra số máy lẻ; nếu đúng thì cứ tiếp tục.</translation>
    </message>
    <message>
      <source>Check the key, the domain and the extension in the settings with your administrator.</source>
      <translation>Hãy cùng quản trị viên kiểm tra khóa API, tên miền và số máy lẻ trong cài đặt.</translation>
    </message>
    <message>
      <source>Check the listen address in the settings.</source>
      <translation>Hãy kiểm tra địa chỉ nhận tin trong cài đặt.</translation>
    </message>
    <message>
      <source>Check the name.</source>
      <translation>Hãy kiểm tra tên.</translation>
    </message>
    <message>
      <source>Check the network and the PBX address in the settings, then try again.</source>
      <translation>Hãy kiểm tra mạng và địa chỉ tổng đài trong cài đặt, rồi thử lại.</translation>
    </message>
    <message>
      <source>Check the network, then try again.</source>
      <translation>Hãy kiểm tra mạng rồi thử lại.</translation>
    </message>
    <message>
      <source>Check the number and try again.</source>
      <translation>Hãy kiểm tra số rồi thử lại.</translation>
    </message>
    <message>
      <source>Check the profile folder and the free space.</source>
      <translation>Hãy kiểm tra thư mục hồ sơ và dung lượng trống.</translation>
    </message>
    <message>
      <source>Check the rights and the free space.</source>
      <translation>Hãy kiểm tra quyền truy cập và dung lượng trống.</translation>
    </message>
    <message>
      <source>Check the rule's address and text in the settings.</source>
      <translation>Hãy kiểm tra địa chỉ và nội dung của quy tắc trong cài đặt.</translation>
    </message>
    <message>
      <source>Check the tunnel. If calls pop all the same, your network just does not lead back to itself.</source>
      <translation>Hãy kiểm tra đường hầm (tunnel). Nếu cuộc gọi vẫn hiện thì chỉ là mạng không tự vòng lại.</translation>
    </message>
    <message>
      <source>Check this computer's date and time; if they are right, your administrator must renew the certificate.</source>
      <translation>Hãy kiểm tra ngày giờ của máy tính; nếu đã đúng, quản trị viên cần gia hạn chứng chỉ.</translation>
    </message>
    <message>
      <source>Check this computer's network connection, then try again.</source>
      <translation>Hãy kiểm tra kết nối mạng của máy tính rồi thử lại.</translation>
    </message>
    <message>
      <source>Check whether the PBX address in the settings should begin with http or https, and its port.</source>
      <translation>Hãy kiểm tra địa chỉ tổng đài trong cài đặt bắt đầu bằng http hay https, và số cổng.</translation>
    </message>
    <message>
      <source>Choose Agent Desktop for phone links in its settings, or in your desktop's default programs.</source>
      <translation>Hãy chọn Agent Desktop cho liên kết gọi trong cài đặt của chương trình hoặc trong ứng dụng mặc định của máy tính.</translation>
    </message>
    <message>
      <source>Choose Agent Desktop for phone links in its settings.</source>
      <translation>Chọn Agent Desktop cho liên kết gọi trong phần cài đặt của nó.</translation>
    </message>
    <message>
      <source>Choose a CSV file or vCards.</source>
      <translation>Hãy chọn tệp CSV hoặc tệp vCard.</translation>
    </message>
    <message>
      <source>Choose a file that was made by 'Back up now'.</source>
      <translation>Hãy chọn tệp tạo bằng 'Sao lưu ngay'.</translation>
    </message>
    <message>
      <source>Choose a folder that is there.</source>
      <translation>Hãy chọn một thư mục có sẵn.</translation>
    </message>
    <message>
      <source>Choose a folder that you may write to.</source>
      <translation>Hãy chọn thư mục bạn có quyền ghi.</translation>
    </message>
    <message>
      <source>Choose a name that ends in .csv or .xlsx.</source>
      <translation>Hãy chọn tên có đuôi .csv hoặc .xlsx.</translation>
    </message>
    <message>
      <source>Choose a port above 1023 in the settings.</source>
      <translation>Hãy chọn cổng trên 1023 trong cài đặt.</translation>
    </message>
    <message>
      <source>Choose a port from 1024 to 65535 in the settings.</source>
      <translation>Hãy chọn cổng từ 1024 đến 65535 trong cài đặt.</translation>
    </message>
    <message>
      <source>Choose another folder, or close the program that has the file open.</source>
      <translation>Hãy chọn thư mục khác hoặc đóng chương trình đang mở tệp.</translation>
    </message>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation>Hãy chọn thư mục khác hoặc giải phóng dung lượng.</translation>
    </message>
    <message>
      <source>Choose another name or folder.</source>
      <translation>Hãy chọn tên hoặc thư mục khác.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Hãy chọn tên khác.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Hãy chọn chỗ khác.</translation>
    </message>
    <message>
      <source>Choose the one to call.</source>
      <translation>Hãy chọn số cần gọi.</translation>
    </message>
    <message>
      <source>Close programs that have the file journal.db open.</source>
      <translation>Hãy đóng các chương trình đang mở tệp journal.db.</translation>
    </message>
    <message>
      <source>Close that program, or choose another port in the settings and tell the vendor the new address.</source>
      <translation>Hãy đóng chương trình đó, hoặc chọn cổng khác trong cài đặt và báo địa chỉ mới cho nhà cung cấp.</translation>
    </message>
    <message>
      <source>Close the program that uses it, or delete it in the profile folder yourself.</source>
      <translation>Hãy đóng chương trình đang dùng nó hoặc tự xóa trong thư mục hồ sơ.</translation>
    </message>
    <message>
      <source>Confirm to dial it all the same.</source>
      <translation>Xác nhận nếu vẫn muốn gọi.</translation>
    </message>
    <message>
      <source>Delete them when it is over.</source>
      <translation>Hãy xóa khi cuộc gọi kết thúc.</translation>
    </message>
    <message>
      <source>Dial it on the phone itself.</source>
      <translation>Hãy bấm trực tiếp trên điện thoại.</translation>
    </message>
    <message>
      <source>End it with .csv or .vcf.</source>
      <translation>Hãy đặt đuôi .csv hoặc .vcf.</translation>
    </message>
    <message>
      <source>Export them as CSV.</source>
      <translation>Hãy xuất dạng CSV.</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>Số máy lẻ</translation>
    </message>
    <message>
      <source>Extension %1 has no phone registered.</source>
      <translation>Máy lẻ %1 chưa có điện thoại đăng ký.</translation>
    </message>
    <message>
      <source>Extension %1 is known there.</source>
      <translation>Tổng đài có máy lẻ %1.</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>tên tệp quá dài</translation>
    </message>
    <message>
      <source>Fill in one of them.</source>
      <translation>Hãy điền một trong hai.</translation>
    </message>
    <message>
      <source>Fill it in and test again.</source>
      <translation>Hãy điền rồi thử lại.</translation>
    </message>
    <message>
      <source>Free some space for %1.</source>
      <translation>Hãy giải phóng dung lượng cho %1.</translation>
    </message>
    <message>
      <source>Free some space on the disk that holds your profile; recording goes on by itself.</source>
      <translation>Hãy giải phóng ổ đĩa chứa hồ sơ của bạn; việc ghi sẽ tự tiếp tục.</translation>
    </message>
    <message>
      <source>Free some space or choose another folder with --profile.</source>
      <translation>Hãy giải phóng dung lượng hoặc chọn thư mục khác bằng --profile.</translation>
    </message>
    <message>
      <source>Free some space, or choose another disk.</source>
      <translation>Hãy giải phóng dung lượng hoặc chọn ổ đĩa khác.</translation>
    </message>
    <message>
      <source>Free some space, then try again.</source>
      <translation>Hãy giải phóng dung lượng rồi thử lại.</translation>
    </message>
    <message>
      <source>From here, the public address at %1 does not lead to this desk.</source>
      <translation>Từ đây, địa chỉ công khai %1 không dẫn tới máy này.</translation>
    </message>
    <message>
      <source>From here, the webhook address at %1 does not lead to this desk.</source>
      <translation>Từ đây, địa chỉ webhook %1 không dẫn tới máy này.</translation>
    </message>
    <message>
      <source>Give the whole number, with %1 digits or more; extensions and short codes stay.</source>
      <translation>Hãy nhập đủ số, từ %1 chữ số trở lên; số máy lẻ và mã ngắn được giữ lại.</translation>
    </message>
    <message>
      <source>Give yourself the right to write there.</source>
      <translation>Hãy cấp cho mình quyền ghi vào đó.</translation>
    </message>
    <message>
      <source>If pops appear in the wrong place, set QT_QPA_PLATFORM=xcb and restart.</source>
      <translation>Nếu cửa sổ cuộc gọi đến hiện sai chỗ, hãy đặt QT_QPA_PLATFORM=xcb rồi khởi động lại.</translation>
    </message>
    <message>
      <source>If that should not be so, ask your administrator.</source>
      <translation>Nếu không phải như vậy, hãy hỏi quản trị viên.</translation>
    </message>
    <message>
      <source>If this computer's address has changed, restart Agent Desktop, and give the vendor the new address.</source>
      <translation>Nếu địa chỉ của máy tính này đã đổi, hãy khởi động lại Agent Desktop và gửi địa chỉ mới cho nhà cung cấp.</translation>
    </message>
    <message>
      <source>In the settings, listen at 127.0.0.1, at an address of this computer, or at 0.0.0.0 for all of them.</source>
      <translation>Trong cài đặt, hãy nhận tin tại 127.0.0.1, một địa chỉ của máy tính này, hoặc 0.0.0.0 cho tất cả.</translation>
    </message>
    <message>
      <source>In the settings, write addresses such as 203.0.113.7 or networks such as 203.0.113.0/24.</source>
      <translation>Trong cài đặt, hãy viết địa chỉ như 203.0.113.7 hoặc dải mạng như 203.0.113.0/24.</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>lỗi đọc ghi</translation>
    </message>
    <message>
      <source>Install Agent Desktop again.</source>
      <translation>Hãy cài lại Agent Desktop.</translation>
    </message>
    <message>
      <source>Install a keyring service (GNOME Keyring or KWallet), or set AGENT_DESKTOP_KEY.</source>
      <translation>Hãy cài dịch vụ kho mật khẩu (GNOME Keyring hoặc KWallet), hoặc đặt biến AGENT_DESKTOP_KEY.</translation>
    </message>
    <message>
      <source>Install a newer version, then restore it.</source>
      <translation>Hãy cài phiên bản mới hơn rồi khôi phục.</translation>
    </message>
    <message>
      <source>Install version %1 or a later one, then restore it.</source>
      <translation>Hãy cài phiên bản %1 trở lên rồi khôi phục.</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>đây là thư mục</translation>
    </message>
    <message>
      <source>It begins with https:// or http://.</source>
      <translation>Địa chỉ bắt đầu bằng https:// hoặc http://.</translation>
    </message>
    <message>
      <source>It cannot be called back.</source>
      <translation>Không thể gọi lại.</translation>
    </message>
    <message>
      <source>It cannot be set aside either (%1): look at %2 in the profile folder.</source>
      <translation>Cũng không cất riêng tệp được (%1): hãy xem %2 trong thư mục hồ sơ.</translation>
    </message>
    <message>
      <source>It is not dialled twice within 3 seconds.</source>
      <translation>Không gọi lặp lại trong vòng 3 giây.</translation>
    </message>
    <message>
      <source>It is one of: %1.</source>
      <translation>Chọn một trong: %1.</translation>
    </message>
    <message>
      <source>It must hold no question mark and no #. Leave out what stands from there on.</source>
      <translation>Địa chỉ không được chứa dấu hỏi hay dấu #. Hãy bỏ phần từ đó trở đi.</translation>
    </message>
    <message>
      <source>It must hold no user name or password.</source>
      <translation>Địa chỉ không được chứa tên người dùng hay mật khẩu.</translation>
    </message>
    <message>
      <source>It shows tray icons with the AppIndicator extension only.</source>
      <translation>Chỉ hiện biểu tượng khay khi có tiện ích AppIndicator.</translation>
    </message>
    <message>
      <source>It takes %1.</source>
      <translation>Cần %1.</translation>
    </message>
    <message>
      <source>It takes 0 for no limit, or megabytes from %1 to %2.</source>
      <translation>Nhập 0 để không giới hạn, hoặc số megabyte từ %1 đến %2.</translation>
    </message>
    <message>
      <source>It takes HOST:PORT, such as 127.0.0.1:8737.</source>
      <translation>Cần HOST:PORT, ví dụ 127.0.0.1:8737.</translation>
    </message>
    <message>
      <source>It takes a number from %1 to %2.</source>
      <translation>Cần một số từ %1 đến %2.</translation>
    </message>
    <message>
      <source>It takes a zone such as Asia/Ho_Chi_Minh, or nothing for this computer's own.</source>
      <translation>Cần múi giờ như Asia/Ho_Chi_Minh, hoặc để trống để dùng của máy tính này.</translation>
    </message>
    <message>
      <source>It takes addresses such as 203.0.113.7 or networks such as 203.0.113.0/24.</source>
      <translation>Cần các địa chỉ như 203.0.113.7 hoặc mạng như 203.0.113.0/24.</translation>
    </message>
    <message>
      <source>It takes an address such as https://crm.example.com/api/contacts?phone={phone_e164}.</source>
      <translation>Cần một địa chỉ như https://crm.example.com/api/contacts?phone={phone_e164}.</translation>
    </message>
    <message>
      <source>It takes an address such as https://pbx.example.com.</source>
      <translation>Cần một địa chỉ như https://pbx.example.com.</translation>
    </message>
    <message>
      <source>It takes an extension such as 101.</source>
      <translation>Cần một số máy lẻ như 101.</translation>
    </message>
    <message>
      <source>It takes digits such as 24 or 024, or nothing.</source>
      <translation>Cần các chữ số như 24 hoặc 024, hoặc để trống.</translation>
    </message>
    <message>
      <source>It takes hours such as 22:00-07:00, or Sat 00:00-24:00.</source>
      <translation>Cần khoảng giờ như 22:00-07:00 hoặc Sat 00:00-24:00.</translation>
    </message>
    <message>
      <source>It takes keys such as Ctrl+Alt+C or F9, or nothing for none.</source>
      <translation>Nhập phím như Ctrl+Alt+C hoặc F9, hoặc để trống nếu không dùng.</translation>
    </message>
    <message>
      <source>It takes the whole path of a file that can be read.</source>
      <translation>Cần đường dẫn đầy đủ của một tệp đọc được.</translation>
    </message>
    <message>
      <source>It takes the whole path of a file that is there.</source>
      <translation>Cần đường dẫn đầy đủ của một tệp có thật.</translation>
    </message>
    <message>
      <source>It takes two letters, such as VN or MY.</source>
      <translation>Cần hai chữ cái, ví dụ VN hoặc MY.</translation>
    </message>
    <message>
      <source>It was set aside as %1 in the profile folder, and fresh settings are used.</source>
      <translation>Tệp được cất riêng thành %1 trong thư mục hồ sơ và cài đặt mới được dùng.</translation>
    </message>
    <message>
      <source>JSON such as [{"when": "ringing", "url": "https://crm.example.com/{phone}"}]</source>
      <translation>JSON như [{"when": "ringing", "url": "https://crm.example.com/{phone}"}]</translation>
    </message>
    <message>
      <source>Libraries that Qt's windows need are missing: %1.</source>
      <translation>Thiếu thư viện cho cửa sổ Qt: %1.</translation>
    </message>
    <message>
      <source>Libraries that play sound are missing: %1.</source>
      <translation>Thiếu thư viện phát âm thanh: %1.</translation>
    </message>
    <message>
      <source>Listening for the PBX at %1, port %2.</source>
      <translation>Đang nhận tin từ tổng đài tại %1, cổng %2.</translation>
    </message>
    <message>
      <source>Look at your phone before you dial again: it may be ringing.</source>
      <translation>Hãy nhìn điện thoại trước khi gọi lại: có thể máy đang đổ chuông.</translation>
    </message>
    <message>
      <source>Look for the ids with 'agent-desktop contacts list'.</source>
      <translation>Hãy xem các mã bằng 'agent-desktop contacts list'.</translation>
    </message>
    <message>
      <source>Mend or remove %1 in the profile folder (%2).</source>
      <translation>Hãy sửa hoặc xóa %1 trong thư mục hồ sơ (%2).</translation>
    </message>
    <message>
      <source>Mobile</source>
      <translation>Di động</translation>
    </message>
    <message>
      <source>No column is the name or the company.</source>
      <translation>Không có cột nào là tên hoặc công ty.</translation>
    </message>
    <message>
      <source>No contact has the id %1.</source>
      <translation>Không có liên hệ nào có mã %1.</translation>
    </message>
    <message>
      <source>No country has the code after the +.</source>
      <translation>Không có quốc gia nào dùng mã sau dấu +.</translation>
    </message>
    <message>
      <source>No rule says how this call is opened in the CRM.</source>
      <translation>Chưa có quy tắc mở cuộc gọi này trong CRM.</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>ổ đĩa đã đầy</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>không có tệp hoặc thư mục này</translation>
    </message>
    <message>
      <source>Nothing answers at the PBX's address and port.</source>
      <translation>Không có phản hồi tại địa chỉ và cổng của tổng đài.</translation>
    </message>
    <message>
      <source>On a Mac only the installed app can open phone links.</source>
      <translation>Trên máy Mac, chỉ ứng dụng đã cài mới mở được liên kết gọi.</translation>
    </message>
    <message>
      <source>Only %1 MB of disk are free.</source>
      <translation>Ổ đĩa chỉ còn trống %1 MB.</translation>
    </message>
    <message>
      <source>Open Settings &gt; Apps &gt; Default apps &gt; Agent Desktop, and choose it for TEL, CALLTO and SIP.</source>
      <translation>Mở Cài đặt &gt; Ứng dụng &gt; Ứng dụng mặc định &gt; Agent Desktop và chọn cho TEL, CALLTO, SIP.</translation>
    </message>
    <message>
      <source>Other users of this computer can look into the profile.</source>
      <translation>Người dùng khác của máy tính này xem được hồ sơ.</translation>
    </message>
    <message>
      <source>PBX address</source>
      <translation>địa chỉ tổng đài</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>không có quyền truy cập</translation>
    </message>
    <message>
      <source>Phone links (tel:) open in %1.</source>
      <translation>Liên kết gọi (tel:) mở bằng %1.</translation>
    </message>
    <message>
      <source>Phone links (tel:) open in Agent Desktop.</source>
      <translation>Liên kết gọi (tel:) mở bằng Agent Desktop.</translation>
    </message>
    <message>
      <source>Pops and windows are shown in a desktop session only.</source>
      <translation>Các cửa sổ chỉ hiện trong phiên làm việc có màn hình.</translation>
    </message>
    <message>
      <source>Print the page, or export the calls as XLSX or CSV. Installing Agent Desktop again may help.</source>
      <translation>Hãy in trang này, hoặc xuất các cuộc gọi thành XLSX hoặc CSV. Cài đặt lại Agent Desktop có thể khắc phục được.</translation>
    </message>
    <message>
      <source>Python %1 is not tried.</source>
      <translation>Python %1 chưa được thử nghiệm.</translation>
    </message>
    <message>
      <source>Python %1 on %2 %3.</source>
      <translation>Python %1 trên %2 %3.</translation>
    </message>
    <message>
      <source>Qt %1 stops after a while on Python %2.</source>
      <translation>Qt %1 sẽ dừng sau một thời gian trên Python %2.</translation>
    </message>
    <message>
      <source>Qt %1.</source>
      <translation>Qt %1.</translation>
    </message>
    <message>
      <source>Qt for Python is not installed.</source>
      <translation>Chưa cài Qt for Python.</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>ổ đĩa chỉ cho đọc</translation>
    </message>
    <message>
      <source>Remove it, or choose a profile folder with a shorter path.</source>
      <translation>Hãy xóa thư mục đó hoặc chọn thư mục hồ sơ có đường dẫn ngắn hơn.</translation>
    </message>
    <message>
      <source>Renew it; if its dates are right, set this computer's clock.</source>
      <translation>Hãy gia hạn; nếu ngày tháng đã đúng, hãy chỉnh đồng hồ máy tính.</translation>
    </message>
    <message>
      <source>Restart Agent Desktop. If it stays so, a firewall may be in between, or the listen address in the settings is not this computer's any more.</source>
      <translation>Hãy khởi động lại Agent Desktop. Nếu vẫn vậy, có thể tường lửa đang chặn hoặc địa chỉ nhận tin trong cài đặt không còn là của máy tính này.</translation>
    </message>
    <message>
      <source>Restart Agent Desktop: it keeps the damaged file under another name and begins a new one.</source>
      <translation>Hãy khởi động lại Agent Desktop: tệp hỏng được giữ dưới tên khác và tệp mới được tạo.</translation>
    </message>
    <message>
      <source>Restart it, then try again.</source>
      <translation>Khởi động lại máy rồi thử lại.</translation>
    </message>
    <message>
      <source>Restart it.</source>
      <translation>Hãy khởi động lại.</translation>
    </message>
    <message>
      <source>Resume when you can.</source>
      <translation>Hãy trở lại khi có thể.</translation>
    </message>
    <message>
      <source>Run 'agent-desktop setup', or fill in the first page of the window.</source>
      <translation>Hãy chạy 'agent-desktop setup' hoặc điền trang đầu tiên của cửa sổ.</translation>
    </message>
    <message>
      <source>Save it as CSV in your spreadsheet program first.</source>
      <translation>Hãy lưu thành CSV trong chương trình bảng tính trước.</translation>
    </message>
    <message>
      <source>See the README for the list of settings.</source>
      <translation>Xem danh sách cài đặt trong README.</translation>
    </message>
    <message>
      <source>Send a report to your administrator.</source>
      <translation>Hãy gửi báo cáo cho quản trị viên.</translation>
    </message>
    <message>
      <source>Sent to the PBX, which did not confirm it.</source>
      <translation>Đã gửi tới tổng đài nhưng chưa được xác nhận.</translation>
    </message>
    <message>
      <source>Service number</source>
      <translation>Số dịch vụ</translation>
    </message>
    <message>
      <source>Set Agent Desktop up and start it first.</source>
      <translation>Hãy thiết lập và mở Agent Desktop trước.</translation>
    </message>
    <message>
      <source>Set this computer's clock, or have it set itself from the network: times and ages shown here are off by that.</source>
      <translation>Hãy chỉnh đồng hồ máy tính hoặc cho tự chỉnh qua mạng: thời gian hiển thị ở đây đang lệch chừng đó.</translation>
    </message>
    <message>
      <source>Someone may have reached the customer meanwhile.</source>
      <translation>Có thể ai đó đã liên lạc được với khách.</translation>
    </message>
    <message>
      <source>Something in Agent Desktop went wrong. It goes on working.</source>
      <translation>Agent Desktop gặp lỗi nhưng vẫn tiếp tục hoạt động.</translation>
    </message>
    <message>
      <source>Something went wrong inside Agent Desktop.</source>
      <translation>Agent Desktop gặp lỗi bên trong.</translation>
    </message>
    <message>
      <source>Something went wrong.</source>
      <translation>Đã xảy ra lỗi.</translation>
    </message>
    <message>
      <source>Split it: up to %1 MB are taken at a time.</source>
      <translation>Hãy chia nhỏ: mỗi lần nhận tối đa %1 MB.</translation>
    </message>
    <message>
      <source>Star codes such as *97 cannot be dialled from here.</source>
      <translation>Không gọi được mã sao như *97 từ đây.</translation>
    </message>
    <message>
      <source>Start Agent Desktop once, and try again.</source>
      <translation>Hãy mở Agent Desktop một lần rồi thử lại.</translation>
    </message>
    <message>
      <source>Start it with 'agent-desktop run'.</source>
      <translation>Hãy mở bằng 'agent-desktop run'.</translation>
    </message>
    <message>
      <source>Starts when you sign in: %1.</source>
      <translation>Khởi động khi đăng nhập: %1.</translation>
    </message>
    <message>
      <source>Still missing: %1.</source>
      <translation>Còn thiếu: %1.</translation>
    </message>
    <message>
      <source>Sync the history, then try again.</source>
      <translation>Hãy đồng bộ lịch sử rồi thử lại.</translation>
    </message>
    <message>
      <source>Tell your administrator: the report of the PBX does not heed the dates.</source>
      <translation>Hãy báo quản trị viên: báo cáo của tổng đài không theo đúng ngày.</translation>
    </message>
    <message>
      <source>Tell your administrator: the report's dates should look like 2024-03-01 13:15:40.</source>
      <translation>Hãy báo cho quản trị viên: ngày giờ trong báo cáo phải có dạng 2024-03-01 13:15:40.</translation>
    </message>
    <message>
      <source>That call is not in the history yet.</source>
      <translation>Cuộc gọi này chưa có trong lịch sử.</translation>
    </message>
    <message>
      <source>That call is not in the history.</source>
      <translation>Cuộc gọi này không có trong lịch sử.</translation>
    </message>
    <message>
      <source>That cannot be used as it is.</source>
      <translation>Không dùng được như vậy.</translation>
    </message>
    <message>
      <source>That file is not a backup of Agent Desktop.</source>
      <translation>Tệp này không phải bản sao lưu của Agent Desktop.</translation>
    </message>
    <message>
      <source>That is no address.</source>
      <translation>Đây không phải là địa chỉ.</translation>
    </message>
    <message>
      <source>That is no web address.</source>
      <translation>Đây không phải địa chỉ web.</translation>
    </message>
    <message>
      <source>That is not a customer's number.</source>
      <translation>Đây không phải số của khách hàng.</translation>
    </message>
    <message>
      <source>That is not a number that can be called back.</source>
      <translation>Không gọi lại được số này.</translation>
    </message>
    <message>
      <source>That number is not complete.</source>
      <translation>Số này chưa đủ.</translation>
    </message>
    <message>
      <source>That number is too long to be dialled.</source>
      <translation>Số này quá dài, không gọi được.</translation>
    </message>
    <message>
      <source>That number was dialled a moment ago.</source>
      <translation>Số này vừa được gọi.</translation>
    </message>
    <message>
      <source>The %1 is missing.</source>
      <translation>Thiếu %1.</translation>
    </message>
    <message>
      <source>The CRM answered with HTTP status %1.</source>
      <translation>CRM trả về mã HTTP %1.</translation>
    </message>
    <message>
      <source>The CRM did not answer within %1 seconds.</source>
      <translation>CRM không trả lời trong %1 giây.</translation>
    </message>
    <message>
      <source>The CRM does not answer.</source>
      <translation>CRM không trả lời.</translation>
    </message>
    <message>
      <source>The CRM refused a request with HTTP status %1.</source>
      <translation>CRM từ chối yêu cầu với mã HTTP %1.</translation>
    </message>
    <message>
      <source>The CRM refused a request.</source>
      <translation>CRM từ chối yêu cầu.</translation>
    </message>
    <message>
      <source>The CRM took the request, with HTTP status %1.</source>
      <translation>CRM đã nhận yêu cầu, mã HTTP %1.</translation>
    </message>
    <message>
      <source>The Mac does not change who opens %1: links (error %2).</source>
      <translation>Máy Mac không cho đổi chương trình mở liên kết %1: (lỗi %2).</translation>
    </message>
    <message>
      <source>The PBX address cannot be used.</source>
      <translation>Địa chỉ tổng đài không dùng được.</translation>
    </message>
    <message>
      <source>The PBX address in the settings is probably wrong: compare it with the one that the vendor gave you.</source>
      <translation>Địa chỉ tổng đài trong cài đặt có lẽ sai: hãy so với địa chỉ nhà cung cấp đã gửi.</translation>
    </message>
    <message>
      <source>The PBX address is missing.</source>
      <translation>Thiếu địa chỉ tổng đài.</translation>
    </message>
    <message>
      <source>The PBX address leads to another address.</source>
      <translation>Địa chỉ tổng đài chuyển hướng sang địa chỉ khác.</translation>
    </message>
    <message>
      <source>The PBX and this computer cannot agree on a secure connection.</source>
      <translation>Tổng đài và máy tính này không thiết lập được kết nối bảo mật.</translation>
    </message>
    <message>
      <source>The PBX answered with a web page.</source>
      <translation>Tổng đài trả về một trang web.</translation>
    </message>
    <message>
      <source>The PBX answered with something else than data.</source>
      <translation>Tổng đài không trả về dữ liệu.</translation>
    </message>
    <message>
      <source>The PBX answered, and took the key.</source>
      <translation>Tổng đài đã trả lời và chấp nhận khóa API.</translation>
    </message>
    <message>
      <source>The PBX cannot be reached.</source>
      <translation>Không kết nối được tổng đài.</translation>
    </message>
    <message>
      <source>The PBX cannot be reached: a server before it answered with error %1.</source>
      <translation>Không kết nối được tổng đài: máy chủ phía trước báo lỗi %1.</translation>
    </message>
    <message>
      <source>The PBX cannot give out recordings at present.</source>
      <translation>Hiện tổng đài không cung cấp được ghi âm.</translation>
    </message>
    <message>
      <source>The PBX cut the connection before it had answered.</source>
      <translation>Tổng đài ngắt kết nối trước khi trả lời.</translation>
    </message>
    <message>
      <source>The PBX did not answer in time.</source>
      <translation>Tổng đài không trả lời kịp.</translation>
    </message>
    <message>
      <source>The PBX does not allow this recording to be heard.</source>
      <translation>Tổng đài không cho phép nghe ghi âm này.</translation>
    </message>
    <message>
      <source>The PBX does not tell the status of extension %1.</source>
      <translation>Tổng đài không cho biết trạng thái máy lẻ %1.</translation>
    </message>
    <message>
      <source>The PBX gave an answer that is not understood.</source>
      <translation>Tổng đài trả lời không đúng định dạng.</translation>
    </message>
    <message>
      <source>The PBX gave no usable address for this recording.</source>
      <translation>Tổng đài không cho địa chỉ ghi âm hợp lệ.</translation>
    </message>
    <message>
      <source>The PBX is calling.</source>
      <translation>Tổng đài đang gọi.</translation>
    </message>
    <message>
      <source>The PBX key is missing.</source>
      <translation>Thiếu khóa API của tổng đài.</translation>
    </message>
    <message>
      <source>The PBX may have deleted it, or did not record this call.</source>
      <translation>Tổng đài có thể đã xóa hoặc không ghi âm cuộc gọi này.</translation>
    </message>
    <message>
      <source>The PBX needs a few minutes after a call. Try again then.</source>
      <translation>Tổng đài cần vài phút sau cuộc gọi. Hãy thử lại sau.</translation>
    </message>
    <message>
      <source>The PBX refused the request.</source>
      <translation>Tổng đài từ chối yêu cầu.</translation>
    </message>
    <message>
      <source>The PBX refused the request: %1.</source>
      <translation>Tổng đài từ chối yêu cầu: %1.</translation>
    </message>
    <message>
      <source>The PBX refused to give out the recording.</source>
      <translation>Tổng đài từ chối cung cấp ghi âm.</translation>
    </message>
    <message>
      <source>The PBX sent something else instead of the recording.</source>
      <translation>Tổng đài gửi nội dung khác thay vì ghi âm.</translation>
    </message>
    <message>
      <source>The PBX told call records whose dates cannot be read.</source>
      <translation>Tổng đài trả về dữ liệu cuộc gọi có ngày giờ không đọc được.</translation>
    </message>
    <message>
      <source>The PBX told the call records of other days than it was asked for.</source>
      <translation>Tổng đài trả về dữ liệu của những ngày khác với ngày được hỏi.</translation>
    </message>
    <message>
      <source>The PBX took the call, but nothing rang.</source>
      <translation>Tổng đài đã nhận lệnh gọi nhưng không máy nào đổ chuông.</translation>
    </message>
    <message>
      <source>The PBX took the request, but your status did not change.</source>
      <translation>Tổng đài đã nhận yêu cầu nhưng trạng thái của bạn không đổi.</translation>
    </message>
    <message>
      <source>The PBX's answer is too long to be read.</source>
      <translation>Câu trả lời của tổng đài quá dài.</translation>
    </message>
    <message>
      <source>The PBX's certificate has expired.</source>
      <translation>Chứng chỉ của tổng đài đã hết hạn.</translation>
    </message>
    <message>
      <source>The PBX's certificate is for another address.</source>
      <translation>Chứng chỉ của tổng đài thuộc địa chỉ khác.</translation>
    </message>
    <message>
      <source>The PBX's certificate is not trusted by this computer.</source>
      <translation>Máy tính này không tin cậy chứng chỉ của tổng đài.</translation>
    </message>
    <message>
      <source>The PBX's certificate is not valid yet.</source>
      <translation>Chứng chỉ của tổng đài chưa có hiệu lực.</translation>
    </message>
    <message>
      <source>The PBX's name cannot be found.</source>
      <translation>Không tìm thấy tên máy chủ của tổng đài.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 cannot be read.</source>
      <translation>Không đọc được chứng chỉ TLS %1.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 does not exist.</source>
      <translation>Không có chứng chỉ TLS %1.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 has expired.</source>
      <translation>Chứng chỉ TLS %1 đã hết hạn.</translation>
    </message>
    <message>
      <source>The TLS certificate %1 is not valid yet.</source>
      <translation>Chứng chỉ TLS %1 chưa có hiệu lực.</translation>
    </message>
    <message>
      <source>The TLS certificate and its key cannot be used together.</source>
      <translation>Chứng chỉ TLS và khóa không dùng được cùng nhau.</translation>
    </message>
    <message>
      <source>The TLS key %1 cannot be read.</source>
      <translation>Không đọc được khóa TLS %1.</translation>
    </message>
    <message>
      <source>The TLS key %1 does not exist.</source>
      <translation>Không có khóa TLS %1.</translation>
    </message>
    <message>
      <source>The X server does not let Agent Desktop have keys. Dial from the tray's menu, or sign in to the desktop anew.</source>
      <translation>Máy chủ X không cho Agent Desktop dùng phím tắt. Hãy gọi từ menu ở khay hệ thống hoặc đăng nhập lại.</translation>
    </message>
    <message>
      <source>The address was opened in the browser.</source>
      <translation>Đã mở địa chỉ trong trình duyệt.</translation>
    </message>
    <message>
      <source>The allowed sender %1 is not an address.</source>
      <translation>Địa chỉ gửi được phép %1 không hợp lệ.</translation>
    </message>
    <message>
      <source>The backup is damaged, so nothing was restored.</source>
      <translation>Bản sao lưu bị hỏng nên không khôi phục gì.</translation>
    </message>
    <message>
      <source>The backup was made by a newer version of Agent Desktop.</source>
      <translation>Bản sao lưu do phiên bản Agent Desktop mới hơn tạo.</translation>
    </message>
    <message>
      <source>The call journal cannot be opened.</source>
      <translation>Không mở được nhật ký cuộc gọi.</translation>
    </message>
    <message>
      <source>The call journal cannot be written.</source>
      <translation>Không ghi được nhật ký cuộc gọi.</translation>
    </message>
    <message>
      <source>The call journal is closed.</source>
      <translation>Nhật ký cuộc gọi đã đóng.</translation>
    </message>
    <message>
      <source>The call journal is damaged.</source>
      <translation>Nhật ký cuộc gọi bị hỏng.</translation>
    </message>
    <message>
      <source>The call journal may not be written.</source>
      <translation>Không có quyền ghi nhật ký cuộc gọi.</translation>
    </message>
    <message>
      <source>The call journal was damaged.</source>
      <translation>Nhật ký cuộc gọi đã bị hỏng.</translation>
    </message>
    <message>
      <source>The call journal was made by a newer version of Agent Desktop.</source>
      <translation>Nhật ký cuộc gọi do phiên bản Agent Desktop mới hơn tạo.</translation>
    </message>
    <message>
      <source>The call journal was made by another version of Agent Desktop.</source>
      <translation>Nhật ký cuộc gọi do phiên bản Agent Desktop khác tạo.</translation>
    </message>
    <message>
      <source>The caller withheld the number.</source>
      <translation>Người gọi đã ẩn số.</translation>
    </message>
    <message>
      <source>The calls do not fit into an XLSX file.</source>
      <translation>Quá nhiều cuộc gọi cho một tệp XLSX.</translation>
    </message>
    <message>
      <source>The card has neither a name nor a company.</source>
      <translation>Thẻ không có tên lẫn công ty.</translation>
    </message>
    <message>
      <source>The card has no end.</source>
      <translation>Thẻ không có phần kết thúc.</translation>
    </message>
    <message>
      <source>The card is in a character set that is not known.</source>
      <translation>Thẻ dùng bảng mã không xác định.</translation>
    </message>
    <message>
      <source>The computer that holds the recording cannot be reached.</source>
      <translation>Không kết nối được máy chủ chứa ghi âm.</translation>
    </message>
    <message>
      <source>The connection to the PBX was closed.</source>
      <translation>Kết nối với tổng đài đã đóng.</translation>
    </message>
    <message>
      <source>The connection to the PBX was cut.</source>
      <translation>Kết nối với tổng đài bị ngắt.</translation>
    </message>
    <message>
      <source>The contact lookup answered with HTTP status %1.</source>
      <translation>Dịch vụ tra cứu liên hệ trả về mã HTTP %1.</translation>
    </message>
    <message>
      <source>The contact lookup cannot be reached (%1).</source>
      <translation>Không kết nối được dịch vụ tra cứu liên hệ (%1).</translation>
    </message>
    <message>
      <source>The contact lookup did not answer with JSON.</source>
      <translation>Dịch vụ tra cứu liên hệ không trả về JSON.</translation>
    </message>
    <message>
      <source>The contact lookup did not answer within %1 seconds.</source>
      <translation>Dịch vụ tra cứu liên hệ không trả lời trong %1 giây.</translation>
    </message>
    <message>
      <source>The contact lookup does not answer.</source>
      <translation>Dịch vụ tra cứu liên hệ không trả lời.</translation>
    </message>
    <message>
      <source>The contact lookup's answer is too long.</source>
      <translation>Câu trả lời tra cứu liên hệ quá dài.</translation>
    </message>
    <message>
      <source>The customer is deleted, but copies may be left in the file journal.db-wal.</source>
      <translation>Đã xóa khách hàng, nhưng có thể còn bản sao trong tệp journal.db-wal.</translation>
    </message>
    <message>
      <source>The desktop did not allow this key. Choose it in the desktop's own settings for keys.</source>
      <translation>Hệ điều hành không cho dùng phím này. Hãy đặt trong cài đặt phím của hệ điều hành.</translation>
    </message>
    <message>
      <source>The desktop is GNOME.</source>
      <translation>Môi trường làm việc là GNOME.</translation>
    </message>
    <message>
      <source>The disk is full, so calls cannot be recorded.</source>
      <translation>Ổ đĩa đã đầy nên không lưu được cuộc gọi.</translation>
    </message>
    <message>
      <source>The disk is full: calls cannot be recorded.</source>
      <translation>Ổ đĩa đã đầy: không lưu được cuộc gọi.</translation>
    </message>
    <message>
      <source>The disk that holds the call journal gives errors.</source>
      <translation>Ổ đĩa chứa nhật ký cuộc gọi bị lỗi.</translation>
    </message>
    <message>
      <source>The disposition was not kept: its call is not in the history yet.</source>
      <translation>Chưa lưu được kết quả: cuộc gọi chưa có trong lịch sử.</translation>
    </message>
    <message>
      <source>The export was stopped. No file was written.</source>
      <translation>Đã dừng xuất. Không có tệp nào được ghi.</translation>
    </message>
    <message>
      <source>The file %1 cannot be written: %2.</source>
      <translation>Không ghi được tệp %1: %2.</translation>
    </message>
    <message>
      <source>The file cannot be read: %1.</source>
      <translation>Không đọc được tệp: %1.</translation>
    </message>
    <message>
      <source>The file cannot be written.</source>
      <translation>Không ghi được tệp.</translation>
    </message>
    <message>
      <source>The file cannot be written: %1.</source>
      <translation>Không ghi được tệp: %1.</translation>
    </message>
    <message>
      <source>The file holds no contact that can be read.</source>
      <translation>Tệp không có liên hệ nào đọc được.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>Tệp trống.</translation>
    </message>
    <message>
      <source>The file is too large.</source>
      <translation>Tệp quá lớn.</translation>
    </message>
    <message>
      <source>The file's ending does not say how to write it.</source>
      <translation>Đuôi tệp không cho biết cần ghi định dạng nào.</translation>
    </message>
    <message>
      <source>The folder %1 cannot be made: %2.</source>
      <translation>Không tạo được thư mục %1: %2.</translation>
    </message>
    <message>
      <source>The folder %1 cannot be written.</source>
      <translation>Không ghi được vào thư mục %1.</translation>
    </message>
    <message>
      <source>The folder %1 is open to other users of this computer.</source>
      <translation>Thư mục %1 đang mở cho người dùng khác của máy tính này.</translation>
    </message>
    <message>
      <source>The host of an address cannot be a variable.</source>
      <translation>Tên máy chủ trong địa chỉ không được là biến.</translation>
    </message>
    <message>
      <source>The keyring is %1.</source>
      <translation>Kho mật khẩu là %1.</translation>
    </message>
    <message>
      <source>The keyring is locked.</source>
      <translation>Kho mật khẩu đang khóa.</translation>
    </message>
    <message>
      <source>The libraries that Qt's windows need are here.</source>
      <translation>Đã có đủ thư viện cho cửa sổ Qt.</translation>
    </message>
    <message>
      <source>The libraries that play recordings and the ringtone are here.</source>
      <translation>Đã có đủ thư viện phát ghi âm và nhạc chuông.</translation>
    </message>
    <message>
      <source>The list of queues can be read.</source>
      <translation>Đọc được danh sách hàng đợi.</translation>
    </message>
    <message>
      <source>The listener at %1 is open, but hears only the senders in the settings.</source>
      <translation>Cổng nhận tin %1 đang mở nhưng chỉ nhận từ các địa chỉ trong cài đặt.</translation>
    </message>
    <message>
      <source>The listener for the PBX's calls cannot be opened.</source>
      <translation>Không mở được cổng nhận tin từ tổng đài.</translation>
    </message>
    <message>
      <source>The listener is closed: no webhook can arrive.</source>
      <translation>Cổng nhận tin đang đóng: không nhận được webhook.</translation>
    </message>
    <message>
      <source>The log in the profile folder has the details.</source>
      <translation>Chi tiết có trong nhật ký ở thư mục hồ sơ.</translation>
    </message>
    <message>
      <source>The log of the running Agent Desktop says more.</source>
      <translation>Nhật ký của Agent Desktop đang chạy có thêm chi tiết.</translation>
    </message>
    <message>
      <source>The logs cannot be written.</source>
      <translation>Không ghi được nhật ký.</translation>
    </message>
    <message>
      <source>The note was not kept: its call is not in the history yet.</source>
      <translation>Chưa lưu được ghi chú: cuộc gọi chưa có trong lịch sử.</translation>
    </message>
    <message>
      <source>The number is none that can be called; it is kept as it is written.</source>
      <translation>Đây không phải là số gọi được; vẫn giữ nguyên như đã ghi.</translation>
    </message>
    <message>
      <source>The others were removed.</source>
      <translation>Các liên hệ khác đã được xóa.</translation>
    </message>
    <message>
      <source>The profile folder %1 cannot be made: %2.</source>
      <translation>Không tạo được thư mục hồ sơ %1: %2.</translation>
    </message>
    <message>
      <source>The profile folder %1 cannot be used: %2.</source>
      <translation>Không dùng được thư mục hồ sơ %1: %2.</translation>
    </message>
    <message>
      <source>The public address at %1 leads to this desk, within %2 ms.</source>
      <translation>Địa chỉ công khai %1 dẫn tới máy này, trong %2 ms.</translation>
    </message>
    <message>
      <source>The quotation marks of the row do not fit together.</source>
      <translation>Dấu ngoặc kép trong dòng không khớp nhau.</translation>
    </message>
    <message>
      <source>The recording cannot be fetched.</source>
      <translation>Không tải được ghi âm.</translation>
    </message>
    <message>
      <source>The recording cannot be kept there.</source>
      <translation>Không lưu được ghi âm vào đó.</translation>
    </message>
    <message>
      <source>The recording cannot be kept: %1.</source>
      <translation>Không lưu được ghi âm: %1.</translation>
    </message>
    <message>
      <source>The recording is empty.</source>
      <translation>Ghi âm trống.</translation>
    </message>
    <message>
      <source>The recording is not ready yet.</source>
      <translation>Ghi âm chưa sẵn sàng.</translation>
    </message>
    <message>
      <source>The recording is not there.</source>
      <translation>Không có ghi âm.</translation>
    </message>
    <message>
      <source>The recording is said to lie somewhere else now, and was not fetched from there.</source>
      <translation>Ghi âm được báo là đã chuyển chỗ nên không được tải từ đó.</translation>
    </message>
    <message>
      <source>The recording is too big to be fetched.</source>
      <translation>Ghi âm quá lớn, không tải được.</translation>
    </message>
    <message>
      <source>The recording lies where nothing protects it on its way, and was not fetched.</source>
      <translation>Ghi âm nằm ở nơi không mã hóa đường truyền nên không được tải.</translation>
    </message>
    <message>
      <source>The recording was cut off on its way.</source>
      <translation>Ghi âm bị đứt khi đang tải.</translation>
    </message>
    <message>
      <source>The recording was not fetched to its end.</source>
      <translation>Ghi âm chưa được tải hết.</translation>
    </message>
    <message>
      <source>The recording's address leads in a circle.</source>
      <translation>Địa chỉ ghi âm chuyển hướng vòng tròn.</translation>
    </message>
    <message>
      <source>The report cannot be written: %1.</source>
      <translation>Không ghi được báo cáo: %1.</translation>
    </message>
    <message>
      <source>The rule's address cannot be used.</source>
      <translation>Địa chỉ của quy tắc không dùng được.</translation>
    </message>
    <message>
      <source>The running Agent Desktop does not answer.</source>
      <translation>Agent Desktop đang chạy không phản hồi.</translation>
    </message>
    <message>
      <source>The running Agent Desktop does not know the verb %1.</source>
      <translation>Agent Desktop đang chạy không biết lệnh %1.</translation>
    </message>
    <message>
      <source>The screen is Wayland's.</source>
      <translation>Màn hình dùng Wayland.</translation>
    </message>
    <message>
      <source>The screen is X11's.</source>
      <translation>Màn hình dùng X11.</translation>
    </message>
    <message>
      <source>The screen was locked for %1 min while you were available. Pause next time?</source>
      <translation>Màn hình đã khóa %1 phút khi bạn đang sẵn sàng. Lần sau tạm nghỉ nhé?</translation>
    </message>
    <message>
      <source>The secrets come from %1.</source>
      <translation>Thông tin bí mật lấy từ %1.</translation>
    </message>
    <message>
      <source>The setting %1 cannot be %2.</source>
      <translation>Cài đặt %1 không thể là %2.</translation>
    </message>
    <message>
      <source>The setting %1 in the settings file cannot be used.</source>
      <translation>Không thể dùng cài đặt %1 trong tệp cài đặt.</translation>
    </message>
    <message>
      <source>The settings cannot be written: %1.</source>
      <translation>Không ghi được cài đặt: %1.</translation>
    </message>
    <message>
      <source>The settings file cannot be read.</source>
      <translation>Không đọc được tệp cài đặt.</translation>
    </message>
    <message>
      <source>The settings, under Pauses, can do that by themselves whenever the screen is locked.</source>
      <translation>Trong cài đặt, mục Tạm nghỉ, có thể đặt tự tạm nghỉ mỗi khi khóa màn hình.</translation>
    </message>
    <message>
      <source>The webhook address at %1 leads to this desk, within %2 ms.</source>
      <translation>Địa chỉ webhook %1 dẫn tới máy này, trong %2 ms.</translation>
    </message>
    <message>
      <source>There are several numbers in that.</source>
      <translation>Có nhiều số trong nội dung này.</translation>
    </message>
    <message>
      <source>There is neither a name nor a company.</source>
      <translation>Không có tên lẫn công ty.</translation>
    </message>
    <message>
      <source>There is no PBX at this address.</source>
      <translation>Không có tổng đài ở địa chỉ này.</translation>
    </message>
    <message>
      <source>There is no call journal yet.</source>
      <translation>Chưa có nhật ký cuộc gọi.</translation>
    </message>
    <message>
      <source>There is no file or folder %1.</source>
      <translation>Không có tệp hay thư mục %1.</translation>
    </message>
    <message>
      <source>There is no folder %1.</source>
      <translation>Không có thư mục %1.</translation>
    </message>
    <message>
      <source>There is no number in that which can be dialled.</source>
      <translation>Không có số nào gọi được trong nội dung này.</translation>
    </message>
    <message>
      <source>There is no number where one should be.</source>
      <translation>Chỗ cần có số lại không có số nào.</translation>
    </message>
    <message>
      <source>There is no open call-back for this number.</source>
      <translation>Số này không có cuộc nào đang chờ gọi lại.</translation>
    </message>
    <message>
      <source>There is no port %1.</source>
      <translation>Không có cổng %1.</translation>
    </message>
    <message>
      <source>There is no screen here.</source>
      <translation>Ở đây không có màn hình.</translation>
    </message>
    <message>
      <source>There is no setting called %1.</source>
      <translation>Không có cài đặt nào tên %1.</translation>
    </message>
    <message>
      <source>There is no space left for the recording.</source>
      <translation>Không còn dung lượng cho ghi âm.</translation>
    </message>
    <message>
      <source>There is no such country. It takes two letters, such as VN or MY.</source>
      <translation>Không có quốc gia này. Cần hai chữ cái, ví dụ VN hoặc MY.</translation>
    </message>
    <message>
      <source>There is no way to the PBX from this computer.</source>
      <translation>Máy tính này không có đường mạng tới tổng đài.</translation>
    </message>
    <message>
      <source>There is no {%1}; there are %2.</source>
      <translation>Không có {%1}; chỉ có %2.</translation>
    </message>
    <message>
      <source>There is not enough space for %1: no file was written.</source>
      <translation>Không đủ dung lượng cho %1: không có tệp nào được ghi.</translation>
    </message>
    <message>
      <source>There is not enough space for what is in the backup.</source>
      <translation>Không đủ dung lượng cho dữ liệu trong bản sao lưu.</translation>
    </message>
    <message>
      <source>There is nothing to back up yet.</source>
      <translation>Chưa có gì để sao lưu.</translation>
    </message>
    <message>
      <source>This computer cannot make a PDF: a part of Agent Desktop is missing, or does not run here.</source>
      <translation>Máy tính này không tạo được PDF: một phần của Agent Desktop bị thiếu hoặc không chạy được ở đây.</translation>
    </message>
    <message>
      <source>This computer does not allow listening at port %1.</source>
      <translation>Máy tính này không cho phép nhận tin ở cổng %1.</translation>
    </message>
    <message>
      <source>This computer has no keyring, so the key is kept for this session only.</source>
      <translation>Máy tính không có kho mật khẩu nên khóa API chỉ được giữ trong phiên này.</translation>
    </message>
    <message>
      <source>This computer's clock is %1 ahead of the PBX's.</source>
      <translation>Đồng hồ máy tính này nhanh hơn tổng đài %1.</translation>
    </message>
    <message>
      <source>This computer's clock is %1 behind the PBX's.</source>
      <translation>Đồng hồ máy tính này chậm hơn tổng đài %1.</translation>
    </message>
    <message>
      <source>This computer's proxy does not let the PBX be reached.</source>
      <translation>Proxy của máy tính này không cho kết nối tới tổng đài.</translation>
    </message>
    <message>
      <source>This desk asks the PBX every %1 seconds: no webhook is needed.</source>
      <translation>Máy này hỏi tổng đài mỗi %1 giây: không cần webhook.</translation>
    </message>
    <message>
      <source>This desk asks the PBX every second: no webhook is needed.</source>
      <translation>Máy này hỏi tổng đài mỗi giây: không cần webhook.</translation>
    </message>
    <message>
      <source>This desktop has no global keys for programs. Set one in the desktop's own settings instead.</source>
      <translation>Môi trường làm việc này không hỗ trợ phím tắt chung. Hãy đặt phím trong cài đặt của hệ điều hành.</translation>
    </message>
    <message>
      <source>This does not look like a valid number.</source>
      <translation>Số này có vẻ không hợp lệ.</translation>
    </message>
    <message>
      <source>This is a spreadsheet's own format.</source>
      <translation>Đây là định dạng riêng của bảng tính.</translation>
    </message>
    <message>
      <source>This is an emergency number.</source>
      <translation>Đây là số khẩn cấp.</translation>
    </message>
    <message>
      <source>This is no file of text.</source>
      <translation>Đây không phải tệp văn bản.</translation>
    </message>
    <message>
      <source>This key does something else here already. Choose another one.</source>
      <translation>Phím này đã dùng cho việc khác ở đây. Hãy chọn phím khác.</translation>
    </message>
    <message>
      <source>This keyboard has no such key. Choose another one.</source>
      <translation>Bàn phím này không có phím đó. Hãy chọn phím khác.</translation>
    </message>
    <message>
      <source>This may be more than one number.</source>
      <translation>Đây có thể là nhiều số gộp lại.</translation>
    </message>
    <message>
      <source>This number is very short.</source>
      <translation>Số này rất ngắn.</translation>
    </message>
    <message>
      <source>Toll-free</source>
      <translation>Miễn cước</translation>
    </message>
    <message>
      <source>Try again in a few minutes.</source>
      <translation>Hãy thử lại sau vài phút.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Hãy thử lại sau giây lát.</translation>
    </message>
    <message>
      <source>Unlock it (sign in to your desktop's keyring) and try again.</source>
      <translation>Hãy mở khóa (đăng nhập kho mật khẩu của máy tính) rồi thử lại.</translation>
    </message>
    <message>
      <source>Use Python 3.11, 3.12 or 3.13.</source>
      <translation>Hãy dùng Python 3.11, 3.12 hoặc 3.13.</translation>
    </message>
    <message>
      <source>Use Qt 6.11, or Python 3.12.</source>
      <translation>Hãy dùng Qt 6.11 hoặc Python 3.12.</translation>
    </message>
    <message>
      <source>Use another backup.</source>
      <translation>Hãy dùng bản sao lưu khác.</translation>
    </message>
    <message>
      <source>Wait a moment and look at it before you try again; if it stays like that, restart it.</source>
      <translation>Hãy chờ một lát rồi xem lại trước khi thử; nếu vẫn vậy, hãy khởi động lại chương trình.</translation>
    </message>
    <message>
      <source>Wait for it, or stop it.</source>
      <translation>Hãy chờ hoặc dừng lần đó.</translation>
    </message>
    <message>
      <source>What is at the PBX address does not speak HTTP.</source>
      <translation>Máy chủ ở địa chỉ tổng đài không dùng HTTP.</translation>
    </message>
    <message>
      <source>What it was is in the log. If it happens again, send a report to your administrator.</source>
      <translation>Chi tiết có trong nhật ký. Nếu lặp lại, hãy gửi báo cáo cho quản trị viên.</translation>
    </message>
    <message>
      <source>Windows does not let Agent Desktop register itself: %1.</source>
      <translation>Windows không cho Agent Desktop tự đăng ký: %1.</translation>
    </message>
    <message>
      <source>Write a row for each contact.</source>
      <translation>Hãy viết mỗi liên hệ trên một dòng.</translation>
    </message>
    <message>
      <source>Write it like https://pbx.example.com.</source>
      <translation>Hãy viết dạng https://pbx.example.com.</translation>
    </message>
    <message>
      <source>You find it under Call-backs.</source>
      <translation>Xem trong mục Gọi lại.</translation>
    </message>
    <message>
      <source>Your pause “%1” ends in about %2 min.</source>
      <translation>Lần tạm nghỉ “%1” sẽ hết sau khoảng %2 phút.</translation>
    </message>
    <message>
      <source>Your time for “%1” is used up for today.</source>
      <translation>Hôm nay bạn đã dùng hết thời gian cho “%1”.</translation>
    </message>
    <message>
      <source>a list, separated by commas</source>
      <translation>danh sách, cách nhau bằng dấu phẩy</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>một số</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>một số nguyên</translation>
    </message>
    <message>
      <source>domain</source>
      <translation>tên miền</translation>
    </message>
    <message>
      <source>emergency number</source>
      <translation>số khẩn cấp</translation>
    </message>
    <message>
      <source>extension</source>
      <translation>số máy lẻ</translation>
    </message>
    <message>
      <source>international</source>
      <translation>quốc tế</translation>
    </message>
    <message>
      <source>key</source>
      <translation>khóa API</translation>
    </message>
    <message>
      <source>national</source>
      <translation>trong nước</translation>
    </message>
    <message>
      <source>not a known number</source>
      <translation>số không xác định</translation>
    </message>
    <message>
      <source>short number</source>
      <translation>số ngắn</translation>
    </message>
    <message>
      <source>text</source>
      <translation>văn bản</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true hoặc false</translation>
    </message>
  </context>
  <context>
    <name>events</name>
    <message>
      <source>A record of the call that was cut off.</source>
      <translation>Dữ liệu cuộc gọi bị cắt ngang.</translation>
    </message>
    <message>
      <source>An event that could not be read: %1.</source>
      <translation>Sự kiện không đọc được: %1.</translation>
    </message>
    <message>
      <source>Extension %1 answered.</source>
      <translation>Máy lẻ %1 đã nghe máy.</translation>
    </message>
    <message>
      <source>Extension %1 calls %2.</source>
      <translation>Máy lẻ %1 gọi %2.</translation>
    </message>
    <message>
      <source>Extension %1 did not answer.</source>
      <translation>Máy lẻ %1 không trả lời.</translation>
    </message>
    <message>
      <source>Extension %1 is now: %2.</source>
      <translation>Máy lẻ %1 hiện: %2.</translation>
    </message>
    <message>
      <source>Hung up.</source>
      <translation>Đã gác máy.</translation>
    </message>
    <message>
      <source>It rings at extension %1.</source>
      <translation>Đổ chuông tại máy lẻ %1.</translation>
    </message>
    <message>
      <source>The caller gave up after waiting %1.</source>
      <translation>Khách bỏ máy sau khi chờ %1.</translation>
    </message>
    <message>
      <source>The customer answered extension %1.</source>
      <translation>Khách đã nghe máy lẻ %1.</translation>
    </message>
    <message>
      <source>The record of the call: %1, talk %2.</source>
      <translation>Dữ liệu cuộc gọi: %1, đàm thoại %2.</translation>
    </message>
  </context>
  <context>
    <name>export</name>
    <message>
      <source>Call ID</source>
      <translation>Mã cuộc gọi</translation>
    </message>
    <message>
      <source>Calls</source>
      <translation>Cuộc gọi</translation>
    </message>
    <message>
      <source>DID</source>
      <translation>Đầu số</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Chiều gọi</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Kết quả</translation>
    </message>
    <message>
      <source>Duration (seconds)</source>
      <translation>Thời lượng (giây)</translation>
    </message>
    <message>
      <source>Extension</source>
      <translation>Máy lẻ</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Tên</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Số</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Trạng thái</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Hàng đợi</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Ghi âm</translation>
    </message>
    <message>
      <source>Started (%1)</source>
      <translation>Bắt đầu (%1)</translation>
    </message>
    <message>
      <source>Status of the PBX</source>
      <translation>Trạng thái từ tổng đài</translation>
    </message>
    <message>
      <source>Talk (seconds)</source>
      <translation>Đàm thoại (giây)</translation>
    </message>
    <message>
      <source>Wait (seconds)</source>
      <translation>Chờ (giây)</translation>
    </message>
    <message>
      <source>local time</source>
      <translation>giờ địa phương</translation>
    </message>
  </context>
  <context>
    <name>history</name>
    <message>
      <source>DID</source>
      <translation>Đầu số</translation>
    </message>
    <message>
      <source>Direction</source>
      <translation>Chiều gọi</translation>
    </message>
    <message>
      <source>Disposition</source>
      <translation>Kết quả</translation>
    </message>
    <message>
      <source>Ext.</source>
      <translation>Máy</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Gọi nhỡ</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Số</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Trạng thái</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Hàng đợi</translation>
    </message>
    <message>
      <source>Recorded</source>
      <translation>Có ghi âm</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Ghi âm</translation>
    </message>
    <message>
      <source>Talk</source>
      <translation>Thoại</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Thời gian</translation>
    </message>
    <message>
      <source>Wait</source>
      <translation>Chờ</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Khách hàng</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>chưa rõ</translation>
    </message>
  </context>
  <context>
    <name>number label</name>
    <message>
      <source>extension</source>
      <translation>số máy lẻ</translation>
    </message>
    <message>
      <source>fax</source>
      <translation>fax</translation>
    </message>
    <message>
      <source>home</source>
      <translation>nhà riêng</translation>
    </message>
    <message>
      <source>mobile</source>
      <translation>di động</translation>
    </message>
    <message>
      <source>work</source>
      <translation>cơ quan</translation>
    </message>
  </context>
  <context>
    <name>offered</name>
    <message>
      <source>Break</source>
      <translation>Giải lao</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>Cần theo dõi</translation>
    </message>
    <message>
      <source>Lunch</source>
      <translation>Ăn trưa</translation>
    </message>
    <message>
      <source>Meeting</source>
      <translation>Họp</translation>
    </message>
    <message>
      <source>Paperwork</source>
      <translation>Giấy tờ</translation>
    </message>
    <message>
      <source>Passed on</source>
      <translation>Đã chuyển tiếp</translation>
    </message>
    <message>
      <source>Solved</source>
      <translation>Đã giải quyết</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Đào tạo</translation>
    </message>
    <message>
      <source>Wrong number</source>
      <translation>Nhầm số</translation>
    </message>
  </context>
  <context>
    <name>outcome</name>
    <message>
      <source>Answered</source>
      <translation>Đã trả lời</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Gọi nhỡ</translation>
    </message>
    <message>
      <source>Not reached</source>
      <translation>Không gọi được</translation>
    </message>
    <message>
      <source>Not told yet</source>
      <translation>Chưa rõ</translation>
    </message>
    <message>
      <source>Reached</source>
      <translation>Gọi được</translation>
    </message>
  </context>
  <context>
    <name>pause</name>
    <message>
      <source>Do not pause</source>
      <translation>Bỏ tạm nghỉ</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Tiếp tục</translation>
    </message>
  </context>
  <context>
    <name>pop</name>
    <message>
      <source>%1 call this week</source>
      <translation>Lần %1 tuần này</translation>
    </message>
    <message>
      <source>Add a note…</source>
      <translation>Thêm ghi chú…</translation>
    </message>
    <message>
      <source>All calls with this number</source>
      <translation>Mọi cuộc gọi với số này</translation>
    </message>
    <message>
      <source>Answered by %1</source>
      <translation>%1 đã nghe máy</translation>
    </message>
    <message>
      <source>Call again</source>
      <translation>Gọi tiếp</translation>
    </message>
    <message>
      <source>Call back</source>
      <translation>Gọi lại</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Sao chép</translation>
    </message>
    <message>
      <source>Copy the number</source>
      <translation>Sao chép số</translation>
    </message>
    <message>
      <source>Dial this number</source>
      <translation>Gọi số này</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Đóng</translation>
    </message>
    <message>
      <source>Disposition ▾</source>
      <translation>Kết quả ▾</translation>
    </message>
    <message>
      <source>First call</source>
      <translation>Gọi lần đầu</translation>
    </message>
    <message>
      <source>Last call %1</source>
      <translation>Gọi gần nhất %1</translation>
    </message>
    <message>
      <source>More time</source>
      <translation>Thêm giờ</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Chưa có</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Ghi chú</translation>
    </message>
    <message>
      <source>Note…</source>
      <translation>Ghi chú…</translation>
    </message>
    <message>
      <source>Open CRM</source>
      <translation>Mở CRM</translation>
    </message>
    <message>
      <source>Rang here %1</source>
      <translation>Đã đổ chuông %1</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Sẵn sàng</translation>
    </message>
    <message>
      <source>Transferred to %1</source>
      <translation>Đã chuyển cho %1</translation>
    </message>
    <message>
      <source>Waited %1</source>
      <translation>Đã chờ %1</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Xử lý sau cuộc gọi</translation>
    </message>
    <message>
      <source>at %1</source>
      <translation>lúc %1</translation>
    </message>
    <message>
      <source>last %1</source>
      <translation>%1</translation>
    </message>
    <message>
      <source>queue %1</source>
      <translation>hàng đợi %1</translation>
    </message>
    <message>
      <source>to %1</source>
      <translation>gọi vào %1</translation>
    </message>
  </context>
  <context>
    <name>privacy</name>
    <message>
      <source>Cancel</source>
      <translation>Hủy</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Tiếp tục</translation>
    </message>
    <message>
      <source>Privacy mode</source>
      <translation>Chế độ riêng tư</translation>
    </message>
    <message>
      <source>Privacy mode is on, and this shows names and numbers as they are.</source>
      <translation>Chế độ riêng tư đang bật, nhưng mục này hiện nguyên tên và số.</translation>
    </message>
    <message>
      <source>Privacy mode is on. The file will hold names and numbers as they are.</source>
      <translation>Chế độ riêng tư đang bật. Tệp sẽ chứa nguyên tên và số.</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>Vẫn hiện</translation>
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
      <translation> ngày</translation>
    </message>
    <message>
      <source> days</source>
      <translation> ngày</translation>
    </message>
    <message>
      <source> digit</source>
      <translation> chữ số</translation>
    </message>
    <message>
      <source> digits</source>
      <translation> chữ số</translation>
    </message>
    <message>
      <source> h</source>
      <translation> giờ</translation>
    </message>
    <message>
      <source> s</source>
      <translation> giây</translation>
    </message>
    <message>
      <source>%1 (not found here)</source>
      <translation>%1 (không tìm thấy)</translation>
    </message>
    <message>
      <source>0 closes it when the call ends.</source>
      <translation>0: đóng ngay khi kết thúc cuộc gọi.</translation>
    </message>
    <message>
      <source>0938 363 739 (national)</source>
      <translation>0938 363 739 (trong nước)</translation>
    </message>
    <message>
      <source>0: no wrap-up. It ends by itself, but never a pause that you chose meanwhile.</source>
      <translation>0: không có. Tự kết thúc khi hết giờ, nhưng không kết thúc lần tạm nghỉ do bạn tự chọn.</translation>
    </message>
    <message>
      <source>84938363739 (international)</source>
      <translation>84938363739 (quốc tế)</translation>
    </message>
    <message>
      <source>A WAV, MP3, OGG, FLAC or M4A file.</source>
      <translation>Tệp WAV, MP3, OGG, FLAC hoặc M4A.</translation>
    </message>
    <message>
      <source>A made-up call goes the way of the PBX's calls until it is read. It pops nothing, and is in no history.</source>
      <translation>Một cuộc gọi giả đi đúng đường như cuộc gọi thật cho tới khi được đọc. Không hiện cửa sổ và không lưu vào lịch sử.</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Giới thiệu</translation>
    </message>
    <message>
      <source>Address to ask</source>
      <translation>Địa chỉ tra cứu</translation>
    </message>
    <message>
      <source>Addresses of the PBX, one to a line.</source>
      <translation>Địa chỉ của tổng đài, mỗi dòng một địa chỉ.</translation>
    </message>
    <message>
      <source>After calls that I make, too</source>
      <translation>Cả sau cuộc gọi đi</translation>
    </message>
    <message>
      <source>Also show calls of these queues (optional)</source>
      <translation>Hiện cả cuộc gọi của các hàng đợi này (không bắt buộc)</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Giao diện</translation>
    </message>
    <message>
      <source>Area code (optional)</source>
      <translation>Mã vùng (không bắt buộc)</translation>
    </message>
    <message>
      <source>As the desktop</source>
      <translation>Theo hệ điều hành</translation>
    </message>
    <message>
      <source>Ask again about a number after</source>
      <translation>Tra cứu lại một số sau</translation>
    </message>
    <message>
      <source>Ask every</source>
      <translation>Hỏi mỗi</translation>
    </message>
    <message>
      <source>Ask the CRM who calls</source>
      <translation>Hỏi CRM ai đang gọi</translation>
    </message>
    <message>
      <source>Ask the PBX where it cannot reach this computer: it still works, a little later.</source>
      <translation>Chọn hỏi tổng đài khi tổng đài không gọi được tới máy tính này: vẫn hoạt động, chỉ chậm hơn một chút.</translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Sao lưu</translation>
    </message>
    <message>
      <source>Begin the history with my own calls only</source>
      <translation>Mở lịch sử chỉ với cuộc gọi của tôi</translation>
    </message>
    <message>
      <source>Beside the pop</source>
      <translation>Cùng cửa sổ cuộc gọi</translation>
    </message>
    <message>
      <source>Beside your phone's own. It is silent in quiet hours.</source>
      <translation>Thêm vào chuông của điện thoại. Im lặng trong giờ không làm phiền.</translation>
    </message>
    <message>
      <source>CRM</source>
      <translation>CRM</translation>
    </message>
    <message>
      <source>Call-backs</source>
      <translation>Gọi lại</translation>
    </message>
    <message>
      <source>Callers who are none of your contacts. The pop does not wait: it fills in.</source>
      <translation>Dành cho số chưa có trong danh bạ. Cửa sổ cuộc gọi hiện ngay, tên sẽ điền sau.</translation>
    </message>
    <message>
      <source>Calls are heard of</source>
      <translation>Cách nhận tin</translation>
    </message>
    <message>
      <source>Calls that rang you</source>
      <translation>Cuộc gọi đổ chuông máy bạn</translation>
    </message>
    <message>
      <source>Choose a sound file</source>
      <translation>Chọn tệp âm thanh</translation>
    </message>
    <message>
      <source>Choose a sound file…</source>
      <translation>Chọn tệp âm thanh…</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Màu sắc</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Sao chép</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Quốc gia</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Tối</translation>
    </message>
    <message>
      <source>Delete a customer</source>
      <translation>Xóa khách hàng</translation>
    </message>
    <message>
      <source>Diagnostics</source>
      <translation>Chẩn đoán</translation>
    </message>
    <message>
      <source>Dialling</source>
      <translation>Gọi đi</translation>
    </message>
    <message>
      <source>Dispositions</source>
      <translation>Kết quả cuộc gọi</translation>
    </message>
    <message>
      <source>Do not disturb me at (optional)</source>
      <translation>Giờ không làm phiền (không bắt buộc)</translation>
    </message>
    <message>
      <source>Empty where it is this computer's own.</source>
      <translation>Để trống nếu trùng với máy tính này.</translation>
    </message>
    <message>
      <source>Every step, for whoever helps</source>
      <translation>Từng bước, dành cho người hỗ trợ</translation>
    </message>
    <message>
      <source>Everything about one number, in whatever way it is written. It cannot be undone.</source>
      <translation>Xóa mọi dữ liệu về một số, dù số được viết cách nào. Không thể hoàn tác.</translation>
    </message>
    <message>
      <source>Fetch the PBX's call records of the last</source>
      <translation>Lấy dữ liệu cuộc gọi từ tổng đài trong</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>Mãi mãi</translation>
    </message>
    <message>
      <source>For whoever helps: checks, settings, figures and the log. It holds no number, name or secret.</source>
      <translation>Dành cho người hỗ trợ: kết quả kiểm tra, cài đặt, số liệu và nhật ký. Không chứa số điện thoại, tên hay thông tin bí mật.</translation>
    </message>
    <message>
      <source>Give it to your administrator or to VoiceCloud as the CRM address. Treat it like a password.</source>
      <translation>Gửi địa chỉ này cho quản trị viên hoặc VoiceCloud làm địa chỉ CRM. Hãy giữ kín như mật khẩu.</translation>
    </message>
    <message>
      <source>HOST:PORT on this computer, such as 127.0.0.1:8737.</source>
      <translation>HOST:PORT trên máy tính này, ví dụ 127.0.0.1:8737.</translation>
    </message>
    <message>
      <source>Heard on</source>
      <translation>Phát qua</translation>
    </message>
    <message>
      <source>Hours such as 22:00-07:00, or Sat 00:00-24:00, one to a line. Calls are still in the history.</source>
      <translation>Giờ như 22:00-07:00 hoặc Sat 00:00-24:00, mỗi dòng một khoảng. Cuộc gọi vẫn có trong lịch sử.</translation>
    </message>
    <message>
      <source>How fast calls are shown</source>
      <translation>Tốc độ hiện cuộc gọi</translation>
    </message>
    <message>
      <source>How long calls are kept</source>
      <translation>Thời gian lưu cuộc gọi</translation>
    </message>
    <message>
      <source>How news arrives</source>
      <translation>Nhận tin cuộc gọi</translation>
    </message>
    <message>
      <source>In the background, a day at a time. Older days are fetched where you look for them in the history.</source>
      <translation>Chạy nền, từng ngày một. Những ngày cũ hơn được lấy khi bạn xem tới trong lịch sử.</translation>
    </message>
    <message>
      <source>Instead of the pop</source>
      <translation>Thay cửa sổ cuộc gọi</translation>
    </message>
    <message>
      <source>It never takes the keyboard from what you are doing.</source>
      <translation>Cửa sổ không bao giờ chiếm bàn phím khi bạn đang gõ.</translation>
    </message>
    <message>
      <source>Keep calls for</source>
      <translation>Giữ cuộc gọi trong</translation>
    </message>
    <message>
      <source>Keep it after the call for</source>
      <translation>Giữ lại sau cuộc gọi</translation>
    </message>
    <message>
      <source>Keep them for</source>
      <translation>Giữ trong</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Phím tắt</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Ngôn ngữ</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Sáng</translation>
    </message>
    <message>
      <source>Listen at</source>
      <translation>Nhận tin tại</translation>
    </message>
    <message>
      <source>Longest extension</source>
      <translation>Số máy lẻ dài nhất</translation>
    </message>
    <message>
      <source>Masks names and numbers everywhere, for when the screen is shared.</source>
      <translation>Che tên và số ở mọi nơi, dùng khi chia sẻ màn hình.</translation>
    </message>
    <message>
      <source>Milliseconds from the PBX's first word of a call until its pop was painted.</source>
      <translation>Số mili giây từ tin đầu tiên của tổng đài tới khi cửa sổ cuộc gọi hiện ra.</translation>
    </message>
    <message>
      <source>Missed calls</source>
      <translation>Cuộc gọi nhỡ</translation>
    </message>
    <message>
      <source>More extensions of yours</source>
      <translation>Số máy lẻ khác của bạn</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Không bao giờ</translation>
    </message>
    <message>
      <source>News from the PBX (%1): in order</source>
      <translation>Tin từ tổng đài (%1): bình thường</translation>
    </message>
    <message>
      <source>News from the PBX (%1): not in order</source>
      <translation>Tin từ tổng đài (%1): có vấn đề</translation>
    </message>
    <message>
      <source>No key is known yet.</source>
      <translation>Chưa có khóa API.</translation>
    </message>
    <message>
      <source>No limit</source>
      <translation>Không giới hạn</translation>
    </message>
    <message>
      <source>Numbers up to this length are dialled as they are.</source>
      <translation>Số ngắn đến độ dài này được gọi nguyên số.</translation>
    </message>
    <message>
      <source>Of everyone</source>
      <translation>Của mọi người</translation>
    </message>
    <message>
      <source>Of my queues, too</source>
      <translation>Cả của hàng đợi của tôi</translation>
    </message>
    <message>
      <source>Older ones are deleted once a day, with their notes and webhooks.</source>
      <translation>Cuộc gọi cũ hơn được xóa mỗi ngày một lần, cùng ghi chú và webhook.</translation>
    </message>
    <message>
      <source>One queue to a line, whoever they ring.</source>
      <translation>Mỗi dòng một hàng đợi, dù đổ chuông máy ai.</translation>
    </message>
    <message>
      <source>One to a line, in the menu's order. “Lunch: 45” gives it 45 minutes in a day.</source>
      <translation>Mỗi dòng một lý do, theo thứ tự trong menu. “Ăn trưa: 45” cho phép 45 phút mỗi ngày.</translation>
    </message>
    <message>
      <source>One to a line: their calls pop here too.</source>
      <translation>Mỗi dòng một số: cuộc gọi của các máy này cũng hiện tại đây.</translation>
    </message>
    <message>
      <source>Only hear these senders (optional)</source>
      <translation>Chỉ nhận từ các địa chỉ này (không bắt buộc)</translation>
    </message>
    <message>
      <source>Pause after each call for</source>
      <translation>Tạm nghỉ sau mỗi cuộc gọi</translation>
    </message>
    <message>
      <source>Pause me until it is unlocked</source>
      <translation>Tạm nghỉ tới khi mở khóa</translation>
    </message>
    <message>
      <source>Pause reasons</source>
      <translation>Lý do tạm nghỉ</translation>
    </message>
    <message>
      <source>Privacy mode</source>
      <translation>Chế độ riêng tư</translation>
    </message>
    <message>
      <source>Public address (optional)</source>
      <translation>Địa chỉ công khai (không bắt buộc)</translation>
    </message>
    <message>
      <source>Put before local numbers that come without one.</source>
      <translation>Thêm trước các số nội vùng thiếu mã vùng.</translation>
    </message>
    <message>
      <source>Reasons</source>
      <translation>Lý do</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Báo cáo</translation>
    </message>
    <message>
      <source>Ring on this computer while my extension rings</source>
      <translation>Máy tính này kêu khi máy lẻ của tôi đổ chuông</translation>
    </message>
    <message>
      <source>Ringtone</source>
      <translation>Nhạc chuông</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Lưu</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Đang lưu…</translation>
    </message>
    <message>
      <source>Screen pop</source>
      <translation>Cửa sổ cuộc gọi đến</translation>
    </message>
    <message>
      <source>Settings, calls, notes and contacts in one file. The key is not in it; customers' data is.</source>
      <translation>Cài đặt, cuộc gọi, ghi chú và danh bạ trong một tệp. Không chứa khóa API nhưng có dữ liệu khách hàng.</translation>
    </message>
    <message>
      <source>Show calls that I make, too</source>
      <translation>Hiện cả cuộc gọi đi</translation>
    </message>
    <message>
      <source>Show who calls in a corner of the screen</source>
      <translation>Hiện người gọi ở góc màn hình</translation>
    </message>
    <message>
      <source>Sound file (optional)</source>
      <translation>Tệp âm thanh (không bắt buộc)</translation>
    </message>
    <message>
      <source>Sound files (*.wav *.mp3 *.ogg *.oga *.flac *.m4a *.aac)</source>
      <translation>Tệp âm thanh (*.wav *.mp3 *.ogg *.oga *.flac *.m4a *.aac)</translation>
    </message>
    <message>
      <source>Start in the tray, without a window</source>
      <translation>Khởi động ở khay hệ thống, không mở cửa sổ</translation>
    </message>
    <message>
      <source>Stay as I am</source>
      <translation>Giữ nguyên trạng thái</translation>
    </message>
    <message>
      <source>Stay available, and tell me afterwards</source>
      <translation>Vẫn sẵn sàng và báo tôi sau</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Dừng</translation>
    </message>
    <message>
      <source>Such as data[0].full_name.</source>
      <translation>Ví dụ data[0].full_name.</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Thử</translation>
    </message>
    <message>
      <source>That rang my phone</source>
      <translation>Đổ chuông máy của tôi</translation>
    </message>
    <message>
      <source>The PBX dials</source>
      <translation>Tổng đài gọi theo dạng</translation>
    </message>
    <message>
      <source>The PBX tells this computer</source>
      <translation>Tổng đài báo cho máy tính này</translation>
    </message>
    <message>
      <source>The address for the vendor</source>
      <translation>Địa chỉ dành cho nhà cung cấp</translation>
    </message>
    <message>
      <source>The built-in one</source>
      <translation>Có sẵn</translation>
    </message>
    <message>
      <source>The desktop's own notification</source>
      <translation>Thông báo của hệ điều hành</translation>
    </message>
    <message>
      <source>The key comes from the environment.</source>
      <translation>Khóa API lấy từ biến môi trường.</translation>
    </message>
    <message>
      <source>The key is kept for this session only: this computer has no keyring that is open.</source>
      <translation>Khóa API chỉ giữ trong phiên này: máy tính không có kho mật khẩu nào đang mở.</translation>
    </message>
    <message>
      <source>The key is stored in the keyring.</source>
      <translation>Khóa API đã cất trong kho mật khẩu.</translation>
    </message>
    <message>
      <source>The log never holds the key or the webhook address.</source>
      <translation>Nhật ký không bao giờ chứa khóa API hay địa chỉ webhook.</translation>
    </message>
    <message>
      <source>The log says</source>
      <translation>Nhật ký ghi lại</translation>
    </message>
    <message>
      <source>The system's own choice</source>
      <translation>Mặc định của hệ thống</translation>
    </message>
    <message>
      <source>The way of a call</source>
      <translation>Đường đi của cuộc gọi</translation>
    </message>
    <message>
      <source>They work in every program. Press the keys in a field; Backspace removes them.</source>
      <translation>Dùng được trong mọi chương trình. Bấm phím trong ô để đặt; Backspace để xóa.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Máy tính này</translation>
    </message>
    <message>
      <source>This computer asks the PBX</source>
      <translation>Máy tính này hỏi tổng đài</translation>
    </message>
    <message>
      <source>Time to finish what a call left to do, before the next one comes.</source>
      <translation>Thời gian làm nốt việc của cuộc gọi trước khi nhận cuộc tiếp theo.</translation>
    </message>
    <message>
      <source>Time zone of the PBX</source>
      <translation>Múi giờ của tổng đài</translation>
    </message>
    <message>
      <source>Two letters, such as VN or MY: how local numbers are read.</source>
      <translation>Hai chữ cái, ví dụ VN hoặc MY: dùng để đọc số trong nước.</translation>
    </message>
    <message>
      <source>Use at most</source>
      <translation>Dung lượng tối đa</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Âm lượng</translation>
    </message>
    <message>
      <source>Wait for the PBX</source>
      <translation>Chờ tổng đài</translation>
    </message>
    <message>
      <source>What a call can have come to, one to a line.</source>
      <translation>Các kết quả để chọn, mỗi dòng một kết quả.</translation>
    </message>
    <message>
      <source>What a call opens in the browser, or sends to the CRM: at most once for each call.</source>
      <translation>Trang được mở trong trình duyệt hoặc dữ liệu gửi sang CRM: tối đa một lần cho mỗi cuộc gọi.</translation>
    </message>
    <message>
      <source>What happens</source>
      <translation>Các sự việc chính</translation>
    </message>
    <message>
      <source>What the PBX calls, where that is a tunnel or a name in your network.</source>
      <translation>Địa chỉ mà tổng đài gọi tới, khi đó là đường hầm (tunnel) hoặc tên trong mạng nội bộ.</translation>
    </message>
    <message>
      <source>What you can choose from when you pause.</source>
      <translation>Các lý do để chọn khi tạm nghỉ.</translation>
    </message>
    <message>
      <source>When I click “Open CRM”</source>
      <translation>Khi bấm “Mở CRM”</translation>
    </message>
    <message>
      <source>When it has ended</source>
      <translation>Khi kết thúc</translation>
    </message>
    <message>
      <source>When it is answered</source>
      <translation>Khi nghe máy</translation>
    </message>
    <message>
      <source>When it rings</source>
      <translation>Khi đổ chuông</translation>
    </message>
    <message>
      <source>Where it is more, the oldest days are deleted. Today always stays.</source>
      <translation>Vượt quá thì những ngày cũ nhất bị xóa. Hôm nay luôn được giữ.</translation>
    </message>
    <message>
      <source>Where the customer's page stands</source>
      <translation>Vị trí trang khách hàng</translation>
    </message>
    <message>
      <source>Where the name stands</source>
      <translation>Vị trí của tên</translation>
    </message>
    <message>
      <source>Where there is no tray, the window is shown.</source>
      <translation>Nếu không có khay hệ thống, cửa sổ sẽ hiện.</translation>
    </message>
    <message>
      <source>While the screen is locked</source>
      <translation>Khi màn hình khóa</translation>
    </message>
    <message>
      <source>Who called in vain stays on the list until someone has spoken with them.</source>
      <translation>Người gọi nhỡ nằm trong danh sách cho tới khi có người nói chuyện được với họ.</translation>
    </message>
    <message>
      <source>With {phone} as it came or {phone_e164} as +84…; it answers with JSON. Empty: no one.</source>
      <translation>Dùng {phone} là số nguyên gốc hoặc {phone_e164} dạng +84…; trả về JSON. Để trống: không tra cứu.</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Xử lý sau cuộc gọi</translation>
    </message>
    <message>
      <source>Your PBX</source>
      <translation>Tổng đài</translation>
    </message>
    <message>
      <source>Your desk</source>
      <translation>Bàn làm việc</translation>
    </message>
    <message>
      <source>Your queues are those whose calls ring your phone.</source>
      <translation>Hàng đợi của bạn là hàng đợi có cuộc gọi đổ chuông máy bạn.</translation>
    </message>
    <message>
      <source>“More time” adds</source>
      <translation>“Thêm giờ” cộng thêm</translation>
    </message>
    <message>
      <source>“agent-desktop doctor” checks this computer.</source>
      <translation>Lệnh “agent-desktop doctor” kiểm tra máy tính này.</translation>
    </message>
  </context>
  <context>
    <name>status</name>
    <message>
      <source>%1 left</source>
      <translation>còn %1</translation>
    </message>
    <message>
      <source>%1 over</source>
      <translation>quá %1</translation>
    </message>
    <message>
      <source>Available</source>
      <translation>Sẵn sàng</translation>
    </message>
    <message>
      <source>Available after this call</source>
      <translation>Sẵn sàng sau cuộc gọi này</translation>
    </message>
    <message>
      <source>End of the pause requested %1</source>
      <translation>Đã yêu cầu hết tạm nghỉ %1</translation>
    </message>
    <message>
      <source>On a call</source>
      <translation>Đang nghe máy</translation>
    </message>
    <message>
      <source>Pause follows this call</source>
      <translation>Tạm nghỉ sau cuộc gọi này</translation>
    </message>
    <message>
      <source>Pause requested %1</source>
      <translation>Đã yêu cầu tạm nghỉ %1</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Tạm nghỉ</translation>
    </message>
    <message>
      <source>Phone offline</source>
      <translation>Ngoại tuyến</translation>
    </message>
    <message>
      <source>Ringing</source>
      <translation>Đổ chuông</translation>
    </message>
    <message>
      <source>The PBX refused the change.</source>
      <translation>Tổng đài từ chối thay đổi.</translation>
    </message>
    <message>
      <source>Unknown</source>
      <translation>Chưa rõ</translation>
    </message>
    <message>
      <source>Wrap-up</source>
      <translation>Xử lý sau cuộc gọi</translation>
    </message>
    <message>
      <source>Wrap-up follows this call</source>
      <translation>Xử lý sau cuộc gọi này</translation>
    </message>
    <message>
      <source>as of %1</source>
      <translation>tin từ %1</translation>
    </message>
    <message>
      <source>confirmed by the PBX %1</source>
      <translation>tổng đài xác nhận %1</translation>
    </message>
    <message>
      <source>nothing heard from the PBX yet</source>
      <translation>chưa có tin từ tổng đài</translation>
    </message>
  </context>
  <context>
    <name>wording</name>
    <message>
      <source>%1 Apr</source>
      <translation>%1/4</translation>
    </message>
    <message>
      <source>%1 Aug</source>
      <translation>%1/8</translation>
    </message>
    <message>
      <source>%1 Dec</source>
      <translation>%1/12</translation>
    </message>
    <message>
      <source>%1 Feb</source>
      <translation>%1/2</translation>
    </message>
    <message>
      <source>%1 Jan</source>
      <translation>%1/1</translation>
    </message>
    <message>
      <source>%1 Jul</source>
      <translation>%1/7</translation>
    </message>
    <message>
      <source>%1 Jun</source>
      <translation>%1/6</translation>
    </message>
    <message>
      <source>%1 Mar</source>
      <translation>%1/3</translation>
    </message>
    <message>
      <source>%1 May</source>
      <translation>%1/5</translation>
    </message>
    <message>
      <source>%1 Nov</source>
      <translation>%1/11</translation>
    </message>
    <message>
      <source>%1 Oct</source>
      <translation>%1/10</translation>
    </message>
    <message>
      <source>%1 Sep</source>
      <translation>%1/9</translation>
    </message>
    <message>
      <source>%1 days ago</source>
      <translation>%1 ngày trước</translation>
    </message>
    <message>
      <source>%1 h %2</source>
      <translation>%1 giờ %2</translation>
    </message>
    <message>
      <source>%1 h ago</source>
      <translation>%1 giờ trước</translation>
    </message>
    <message>
      <source>%1 min</source>
      <translation>%1 phút</translation>
    </message>
    <message>
      <source>%1 min ago</source>
      <translation>%1 phút trước</translation>
    </message>
    <message>
      <source>%1 s</source>
      <translation>%1 giây</translation>
    </message>
    <message>
      <source>%1 s ago</source>
      <translation>%1 giây trước</translation>
    </message>
    <message>
      <source>%1nd</source>
      <translation>thứ %1</translation>
    </message>
    <message>
      <source>%1rd</source>
      <translation>thứ %1</translation>
    </message>
    <message>
      <source>%1st</source>
      <translation>thứ %1</translation>
    </message>
    <message>
      <source>%1th</source>
      <translation>thứ %1</translation>
    </message>
    <message>
      <source>1 day ago</source>
      <translation>1 ngày trước</translation>
    </message>
    <message>
      <source>Abandoned</source>
      <translation>Khách bỏ máy</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Đã trả lời</translation>
    </message>
    <message>
      <source>Answered by %1</source>
      <translation>%1 đã nghe máy</translation>
    </message>
    <message>
      <source>Answered by a colleague</source>
      <translation>Đồng nghiệp đã nghe máy</translation>
    </message>
    <message>
      <source>Busy</source>
      <translation>Máy bận</translation>
    </message>
    <message>
      <source>Calling</source>
      <translation>Đang gọi</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Đã hủy</translation>
    </message>
    <message>
      <source>Ended</source>
      <translation>Đã kết thúc</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Thất bại</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>T6</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>Đang diễn ra</translation>
    </message>
    <message>
      <source>Incoming</source>
      <translation>Gọi đến</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Gọi nhỡ</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>T2</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Không trả lời</translation>
    </message>
    <message>
      <source>No news from the PBX</source>
      <translation>Không có tin từ tổng đài</translation>
    </message>
    <message>
      <source>Not reachable</source>
      <translation>Không liên lạc được</translation>
    </message>
    <message>
      <source>Not reached</source>
      <translation>Không gọi được</translation>
    </message>
    <message>
      <source>Number not known yet</source>
      <translation>Chưa biết số</translation>
    </message>
    <message>
      <source>Number withheld</source>
      <translation>Số bị ẩn</translation>
    </message>
    <message>
      <source>On a call</source>
      <translation>Đang nghe máy</translation>
    </message>
    <message>
      <source>Outgoing</source>
      <translation>Gọi đi</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>T7</translation>
    </message>
    <message>
      <source>Stopped ringing here</source>
      <translation>Ở đây đã ngừng đổ chuông</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>CN</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>T5</translation>
    </message>
    <message>
      <source>Transferred</source>
      <translation>Đã chuyển cuộc gọi</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>T3</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>T4</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>vừa xong</translation>
    </message>
    <message>
      <source>today %1</source>
      <translation>hôm nay %1</translation>
    </message>
    <message>
      <source>yesterday %1</source>
      <translation>hôm qua %1</translation>
    </message>
  </context>
</TS>
