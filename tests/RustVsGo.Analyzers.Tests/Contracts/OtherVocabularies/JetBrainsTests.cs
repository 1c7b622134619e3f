namespace RustVsGo.Analyzers.Tests.Contracts.OtherVocabularies;

/// <summary>JetBrains' annotations, whichever assembly declares them.</summary>
public sealed class JetBrainsTests
{
    private const string Annotations =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using JetBrains.Annotations;
        namespace JetBrains.Annotations
        {
            [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Parameter)]
            public sealed class MustDisposeResourceAttribute : Attribute
            {
                public MustDisposeResourceAttribute() => Value = true;
                public MustDisposeResourceAttribute(bool value) => Value = value;
                public bool Value { get; }
            }
            [AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property)]
            public sealed class HandlesResourceDisposalAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class InstantHandleAttribute : Attribute
            {
                public bool RequireAwait { get; set; }
            }
        }

        """;

    [Fact]
    public Task What_must_be_disposed_is_owned_by_the_caller_and_gone_behind_its_disposal() => Check(
        """
        class Store
        {
            [MustDisposeResource]
            static Stream Open() => new MemoryStream();

            static int Wrong()
            {
                var stream = Open();
                stream.Dispose();
                return {|RVG0382:stream|}.ReadByte();
            }

            static int Right()
            {
                var stream = Open();
                var first = stream.ReadByte();
                stream.Dispose();
                return first;
            }

            static int WithUsing()
            {
                using var stream = Open();
                return stream.ReadByte();
            }
        }
        """);

    [Fact]
    public Task Of_a_task_it_speaks_about_what_is_awaited() => Check(
        """
        class Store
        {
            [MustDisposeResource]
            static Task<Stream> OpenAsync() => Task.FromResult<Stream>(new MemoryStream());

            static async Task<int> Wrong()
            {
                var stream = await OpenAsync();
                stream.Dispose();
                return {|RVG0382:stream|}.ReadByte();
            }

            static async Task<int> Right()
            {
                await using var stream = await OpenAsync();
                return stream.ReadByte();
            }
        }
        """);

    [Theory]
    [InlineData("[MustDisposeResource]", "", "")]
    [InlineData("", "[MustDisposeResource]", "")]
    [InlineData("[MustDisposeResource(false)]", "[MustDisposeResource]", "")]
    [InlineData("[MustDisposeResource]", "", ": Lease")]
    public Task A_new_object_of_a_type_that_must_be_disposed_is_gone_behind_it(string onType, string onConstructor, string derived) => Check(Leases(onType, onConstructor, derived, "{|RVG0382:lease|}"));

    [Fact]
    public Task Where_nobody_says_so_it_is_not_judged() => Check(Leases("", "", "", "lease"));

    [Fact]
    public Task What_need_not_be_disposed_is_nobodys() => Check(
        """
        class Store
        {
            [MustDisposeResource(false)]
            static Stream Cached() => Stream.Null;

            static int M()
            {
                var stream = Cached();
                stream.Dispose();
                return stream.ReadByte();
            }
        }
        """);

    [Fact]
    public Task A_function_that_handles_the_disposal_takes_its_argument() => Check(
        """
        class Store
        {
            static void Send([HandlesResourceDisposal] Stream stream)
            {
                stream.WriteByte(1);
                stream.Dispose();
            }

            static void SendTwice([HandlesResourceDisposal] Stream stream)
            {
                stream.Dispose();
                {|RVG0382:stream|}.WriteByte(1);
            }

            static void Wrong()
            {
                var stream = new MemoryStream();
                Send(stream);
                {|RVG0382:stream|}.WriteByte(2);
            }

            static void Right()
            {
                var stream = new MemoryStream();
                stream.WriteByte(2);
                Send(stream);
            }

            static void Lent()
            {
                var stream = new MemoryStream();
                Show(stream);
                Show(stream);
            }

            static void Show(Stream stream) { }
        }
        """);

    [Fact]
    public Task An_object_that_handles_the_disposal_keeps_the_argument_until_its_own() => Check(
        """
        sealed class Sender : IDisposable
        {
            private readonly Stream _stream;

            public Sender([HandlesResourceDisposal] Stream stream) => _stream = stream;

            public void Send() => _stream.WriteByte(1);

            public void Dispose() => _stream.Dispose();

            static void Wrong()
            {
                var stream = new MemoryStream();
                using (var sender = new Sender(stream))
                {
                    sender.Send();
                }

                {|RVG0382:stream|}.WriteByte(2);
            }

            static void Right()
            {
                var stream = new MemoryStream();
                using var sender = new Sender(stream);
                sender.Send();
                stream.WriteByte(2);
            }
        }
        """);

    [Fact]
    public Task A_method_that_handles_the_disposal_ends_its_object() => Check(
        """
        sealed class Connection
        {
            public void Send() { }

            [HandlesResourceDisposal]
            public void Close() { }

            public void Reset() { }

            static void Wrong([RustVsGo.Owned] Connection connection)
            {
                connection.Close();
                {|RVG0382:connection|}.Send();
            }

            static void Right([RustVsGo.Owned] Connection connection)
            {
                connection.Reset();
                connection.Send();
                connection.Close();
            }
        }
        """);

    [Fact]
    public Task A_delegate_that_is_handled_at_once_does_not_outlive_the_call() => Check(
        """
        class Registry
        {
            private Action _last;

            void Keep([InstantHandle] Action action) => _last = {|RVG0521:action|};

            void Call([InstantHandle] Action action)
            {
                action();
                action();
            }

            void Plain(Action action) => _last = action;

            void Each([InstantHandle] IEnumerable<int> numbers)
            {
                foreach (var number in numbers)
                    _last = () => Console.WriteLine(number);
            }
        }
        """);

    [Fact]
    public Task Nor_is_it_called_once_only() => Check(
        """
        [RustVsGo.Owned]
        sealed class Part
        {
            public int Size;

            static void Eat([RustVsGo.Owned] Part part) { }

            static void Each([InstantHandle] Action action) => action();

            static void Wrong([RustVsGo.Owned] Part part) => Each(() => Eat({|RVG0507:part|}));

            static void Right([RustVsGo.Owned] Part part)
            {
                Each(() => Console.WriteLine(part.Size));
                Eat(part);
            }
        }
        """);

    [Fact]
    public Task An_attribute_of_ours_comes_first() => Check(
        """
        class Store
        {
            static void Send([HandlesResourceDisposal, RustVsGo.Borrowed] Stream stream) => stream.WriteByte(1);

            static void Twice()
            {
                var stream = new MemoryStream();
                Send(stream);
                Send(stream);
            }
        }
        """);

    [Fact]
    public Task A_contract_file_comes_first_as_well() => Verify.OwnershipWith(
        "M:Store.Send(System.IO.Stream) ; stream: [Borrowed]",
        Annotations +
        """
        class Store
        {
            static void Send([HandlesResourceDisposal] Stream stream) => stream.WriteByte(1);

            static void Twice()
            {
                var stream = new MemoryStream();
                Send(stream);
                Send(stream);
            }
        }
        """);

    [Fact]
    public Task What_overrides_or_implements_inherits_it() => Check(
        """
        interface ISender
        {
            [HandlesResourceDisposal]
            void Stop();
        }

        sealed class Sender : ISender
        {
            public void Stop() { }

            public void Send() { }

            static void Wrong([RustVsGo.Owned] Sender sender)
            {
                sender.Stop();
                {|RVG0382:sender|}.Send();
            }

            static void Right([RustVsGo.Owned] Sender sender)
            {
                sender.Send();
                sender.Stop();
            }
        }
        """);

    [Fact]
    public Task An_attribute_of_the_same_name_elsewhere_says_nothing() => Check(
        """
        namespace Mine
        {
            sealed class HandlesResourceDisposalAttribute : Attribute;

            class Store
            {
                static void Send([Mine.HandlesResourceDisposal] Stream stream) { }

                static void Twice()
                {
                    var stream = new MemoryStream();
                    Send(stream);
                    Send(stream);
                }
            }
        }
        """);

    private static string Leases(string onType, string onConstructor, string derived, string used) =>
        $$"""
        {{onType}}
        class Lease : IDisposable
        {
            {{onConstructor}}
            public Lease() { }

            public void Spend() { }

            public void Dispose() { }
        }

        sealed class Shorter{{(derived.Length > 0 ? derived : " : Lease")}};

        class C
        {
            static void M()
            {
                var lease = new {{(derived.Length > 0 ? "Shorter" : "Lease")}}();
                using (lease)
                {
                    lease.Spend();
                }

                {{used}}.Spend();
            }
        }
        """;

    private static Task Check(string program) => Verify.Ownership(Annotations + program);
}
